// Where the rows of an embedding lie in the unit disk.
#pragma once

#include <string>
#include <vector>

#include "core/data/embedding.h"
#include "views/disk/DiskSettings.h"

namespace horo::views {

/// Points of the hyperbolic plane of curvature -1 in the unit disk. `q` is 1 - |z|^2, kept apart because it
/// cannot be told from the coordinates of a point near the rim.
struct DiskPoints {
    std::vector<double> x, y, q;
    size_t size() const { return x.size(); }
    void resize(size_t n) { x.resize(n), y.resize(n), q.resize(n); }
};

/// How more than two dimensions, or another manifold, become a plane. Found once for an object, so that a
/// running job moves points and never the axes.
struct DiskAxes {
    std::string name;                   ///< what a person reads; empty where nothing is projected
    std::vector<double> middle;         ///< subtracted first; empty in hyperbolic space
    std::vector<double> first, second;  ///< orthonormal; empty where nothing is projected
    double unit = 1;                    ///< length in the manifold that becomes one of the disk
    double curvature = -1;              ///< K of the distances that rings and ruler speak of; 0 = none
};

struct DiskChart {
    DiskPoints points;
    size_t held = 0;  ///< rows that lay on or beyond the rim, or were not finite, and were put at its limit
};

/// Hyperbolic rows of d > 2: tangent vectors at the origin (hyperbolic radius times direction), then their
/// two principal directions or two chosen axes, then back. Others: the same about their mean, scaled so that
/// 99 % of the rows lie within hyperbolic radius 6. Rows of the hyperbolic plane are taken as they are.
DiskAxes diskAxes(const Embedding& embedding, const DiskSettings& settings);
DiskChart diskChart(const Embedding& embedding, const DiskAxes& axes);

/// The picture seen from one of the extended rows, which stands in the middle. How far rows are from it is
/// right up to a distance of `extendedRadiusLimit`, since 1 - |z|^2 is kept apart; where they lie beside each
/// other only as far as doubles reach about the middle.
DiskChart diskChart(const ExtendedPoints& points, uint32_t middle);
inline constexpr double extendedRadiusLimit = 680;

/// Hyperbolic radius beyond which rows are held: doubles still tell their distances apart there.
inline constexpr double diskRadiusLimit = 34;

}  // namespace horo::views
