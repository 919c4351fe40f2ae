// Flat space: what Manifold does for ManifoldKind::Euclidean.
#pragma once

#include <span>

namespace horo::euclidean {

double dot(std::span<const double> x, std::span<const double> y);
double norm(std::span<const double> x);
/// |x - y|^2
double squaredDistance(std::span<const double> x, std::span<const double> y);

}  // namespace horo::euclidean
