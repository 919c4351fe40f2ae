// The Poincare ball |x| < 1/sqrt(-K): what Manifold does for ManifoldKind::Poincare.
#pragma once

#include <span>

namespace horo::poincare {

using Point = std::span<const double>;
using Out = std::span<double>;

/// 1 - (-K) |x|^2 without cancellation: exact to a few ulp of the result up to the rim. Half of it is the
/// factor by which the ball shrinks lengths at x.
double gap(Point x, double curvature);

/// 2 asinh(|x - y| / sqrt(gap(x) gap(y))), scaled: the form of arcosh that does not cancel.
double distance(Point x, Point y, double curvature);
double radius(Point x, double curvature);
void exp(Point x, Point v, double curvature, Out out);
void log(Point x, Point y, double curvature, Out out);
void transport(Point x, Point y, Point v, double curvature, Out out);

/// x (+) y, given gap(y): Ganea et al. 2018, eq. 4, with the denominator written as a sum of positive
/// numbers, gap(x) gap(y) - K |x + y|^2.
void add(Point x, Point y, double gapOfY, double curvature, Out out);

/// Moves a row that rounding put on or beyond the rim to the nearest row inside it on its radius.
void keepInside(Out x, double curvature);

}  // namespace horo::poincare
