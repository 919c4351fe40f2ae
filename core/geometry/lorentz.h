// The hyperboloid <x,x> = 1/K, time first: what Manifold does for ManifoldKind::Lorentz. The time of a
// point is always recomputed from its space part, that of a tangent vector from being tangent.
#pragma once

#include <span>

namespace horo::lorentz {

using Point = std::span<const double>;
using Out = std::span<double>;

/// sqrt(|space|^2 - 1/K)
double time(Point space, double curvature);

/// Without cancellation at any radius that doubles hold.
double distance(Point x, Point y, double curvature);
double radius(Point x, double curvature);
double inner(Point x, Point u, Point v, double curvature);
void exp(Point x, Point v, double curvature, Out out);
void log(Point x, Point y, double curvature, Out out);
void transport(Point x, Point y, Point v, double curvature, Out out);

}  // namespace horo::lorentz
