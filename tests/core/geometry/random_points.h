// Random rows for the tests of geometry.
#pragma once

#include <cmath>
#include <vector>

#include "core/base/random.h"
#include "core/geometry/manifold.h"

namespace horo {

using Row = std::vector<double>;

inline Row randomDirection(Random& random, size_t dim) {
    Row row(dim);
    double squares = 0;
    for (double& value : row)
        value = random.normal(), squares += value * value;
    for (double& value : row)
        value /= std::sqrt(squares);
    return row;
}

inline Row scaled(Row row, double factor) {
    for (double& value : row)
        value *= factor;
    return row;
}

/// At hyperbolic distance `radius` (curvature -1) of the ball's origin.
inline Row ballPoint(Random& random, size_t dim, double radius) {
    return scaled(randomDirection(random, dim), std::tanh(radius / 2));
}

/// The hyperboloid point with this space part (curvature -1).
inline Row lifted(const Row& space) {
    double squares = 1;
    for (const double value : space)
        squares += value * value;
    Row row{std::sqrt(squares)};
    row.insert(row.end(), space.begin(), space.end());
    return row;
}

/// A point of the manifold of total width `columns`, about `spread` from the origin.
inline Row randomPoint(Random& random, const Manifold& manifold, size_t columns, double spread) {
    Row start(columns), velocity(columns);
    manifold.origin(start);
    const auto fill = [&](ManifoldKind kind, double curvature, size_t first, size_t end) {
        const bool skip = kind == ManifoldKind::Lorentz || kind == ManifoldKind::Sphere;
        (void)curvature;
        Row part = scaled(randomDirection(random, end - first - skip), spread * random.uniform(0.2, 1));
        if (kind == ManifoldKind::Poincare) part = scaled(part, 0.5);
        std::copy(part.begin(), part.end(), velocity.begin() + static_cast<std::ptrdiff_t>(first + skip));
    };
    if (manifold.factors().empty()) fill(manifold.kind(), manifold.curvature(), 0, columns);
    for (const Factor& factor : manifold.factors())
        fill(factor.kind, factor.curvature, factor.first, factor.end);
    manifold.exp(start, velocity, start);
    return start;
}

}  // namespace horo
