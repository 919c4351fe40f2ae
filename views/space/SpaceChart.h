// Where the rows of an embedding lie in three dimensions.
#pragma once

#include <string>
#include <vector>

#include "core/data/embedding.h"
#include "views/space/SpaceSettings.h"

namespace horo::views {

/// Hyperbolic space of curvature -1 in the unit ball, where `q` is 1 - |z|^2, kept apart because it cannot be
/// told from the coordinates of a point near the rim. Other spaces: coordinates in units of SpaceAxes, q = 1.
struct SpacePoints {
    std::vector<double> x, y, z, q;
    size_t size() const { return x.size(); }
    void resize(size_t n) { x.resize(n), y.resize(n), z.resize(n), q.resize(n); }
    Vector3 at(size_t i) const { return {x[i], y[i], z[i]}; }
};

enum class SpaceKind { Hyperbolic, Sphere, Flat };

/// How rows become three numbers. Found once for an object, so that a running job moves points and never the
/// axes.
struct SpaceAxes {
    SpaceKind kind = SpaceKind::Hyperbolic;
    size_t dimension = 2;        ///< of the space: the sphere's is one less than its columns
    double curvature = -1;       ///< 0 = flat
    std::string name;            ///< what a person reads; empty where nothing is projected
    std::vector<double> middle;  ///< subtracted first; empty where the origin means something
    std::vector<std::vector<double>> directions;  ///< orthonormal; empty where nothing is projected
    double unit = 1;                              ///< length in the manifold that becomes one

    bool isHyperbolic() const { return kind == SpaceKind::Hyperbolic; }
    /// The models that make sense, what suits best first.
    std::vector<SpaceModel> models() const;
    /// The wanted one where it makes sense, else what suits best.
    SpaceModel shown(std::optional<SpaceModel> wanted) const;
};

struct SpaceChart {
    SpacePoints points;
    size_t held = 0;  ///< rows that lay on or beyond the rim, or were not finite, and were put at its limit
};

/// Up to three dimensions rows are taken as they are. More: tangent vectors at the origin (hyperbolic radius
/// times direction), their three principal directions, and back. Flat and product spaces: about the mean, in
/// units that hold 99 % of the rows; spheres about their centre, in units of their radius.
SpaceAxes spaceAxes(const Embedding& embedding);
SpaceChart spaceChart(const Embedding& embedding, const SpaceAxes& axes);

/// Hyperbolic radius (K = -1) that points of the ball are held at: what doubles tell apart from the rim.
inline constexpr double spaceRadiusLimit = 36;

}  // namespace horo::views
