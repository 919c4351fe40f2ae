// The sphere |x| = 1/sqrt(K), K > 0: what Manifold does for ManifoldKind::Sphere.
#pragma once

#include <span>

namespace horo::sphere {

using Point = std::span<const double>;
using Out = std::span<double>;

/// Angle / sqrt(K); rows need not be exactly on the sphere, only their directions count.
double distance(Point x, Point y, double curvature);
void exp(Point x, Point v, double curvature, Out out);
/// For antipodal points, where every direction is one, the zero vector.
void log(Point x, Point y, double curvature, Out out);
void transport(Point x, Point y, Point v, double curvature, Out out);

}  // namespace horo::sphere
