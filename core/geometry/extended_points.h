// Points of the Poincare ball to hundreds or thousands of digits.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/base/export.h"
#include "core/base/result.h"
#include "core/data/vectors.h"
#include "core/geometry/disk.h"
#include "core/geometry/fixed_point.h"

namespace horo {

/// n points of the unit ball (curvature -1) of d coordinates, each with 64 * limbs - 1 binary places. Doubles
/// hold points up to a hyperbolic radius of about 36; these hold them up to about 44 * limbs, with distances
/// to 1e-12 wherever the digits allow. Immutable.
class HOROCYCLE_EXPORT ExtendedPoints {
public:
    /// The numbers as they are stored: limb l of coordinate j of row i stands at (l * rows + i) * columns +
    /// j, the most significant limb first, which holds the sign (two's complement). So what is looked at
    /// first lies together.
    struct Limbs {
        size_t rows = 0, columns = 0, limbs = 0;
        std::vector<uint64_t> values;
    };

    /// Error: a point on or outside the rim, named by its row; no limb; another count of values. `threads` 0
    /// = all.
    static Result<std::shared_ptr<const ExtendedPoints>> create(Limbs limbs, int threads = 0);

    size_t rows() const { return limbs_.rows; }
    size_t columns() const { return limbs_.columns; }
    size_t limbs() const { return limbs_.limbs; }
    bool operator==(const ExtendedPoints& other) const;

    /// Hyperbolic distance. Time hardly depends on the digits: only those up to the first that differ are
    /// read.
    double distance(size_t i, size_t j) const;
    /// Hyperbolic distance to the origin.
    double radius(size_t i) const;
    /// A coordinate with all its places and one limb before the point.
    FixedPoint coordinate(size_t row, size_t column) const;
    /// 1 - |x|^2 of a row, relative error 2^-53.
    ScaledDouble gap(size_t row) const { return gaps_[row]; }
    /// sinh^2(d / 2), which grows with the distance and takes no logarithm.
    ScaledDouble halfSinhSquared(size_t i, size_t j) const;

    /// The rows rounded to doubles and, where that left the ball, moved inside it, n x d.
    Vectors rounded() const;
    /// The points after the isometry of the ball that moves point `row` to the origin, x -> (-a) (+) x (in
    /// the disk (x - a) / (1 - conj(a) x)), n x d doubles, strictly inside the ball. Computed from all
    /// digits: what lies near `row` is right to 1e-15, and what is farther away than doubles reach lies at
    /// the rim in the right direction. A view of a deep node draws these, its own small DiskIsometry on top.
    /// Time: rows * columns, some 100 ns a point.
    Vectors centredOn(size_t row) const;
    /// The isometry that turns the picture centredOn(from) into the picture centredOn(to): how a view that
    /// walks goes over to a nearer row without a jump. If it draws M(centredOn(from)), it draws the same by
    /// (M * change(from, to).inverse())(centredOn(to)). Two columns only; none where the two are more than 36
    /// apart, which doubles cannot hold.
    std::optional<DiskIsometry> change(size_t from, size_t to) const;

    /// The points of these rows in this order.
    std::shared_ptr<const ExtendedPoints> subset(std::span<const size_t> rows) const;

private:
    explicit ExtendedPoints(Limbs limbs) : limbs_(std::move(limbs)), gaps_(limbs_.rows) {}
    const uint64_t* at(size_t row, size_t column) const {
        return limbs_.values.data() + row * limbs_.columns + column;
    }
    ScaledDouble measureGap(size_t row) const;
    /// The leading 62 bits or more of a coordinate, or of a difference of two of them, and how many limbs
    /// they took: the number is leading * 2^(1 - 64 limbs).
    struct Leading {
        SignedWide leading = 0;
        size_t limbs = 0;
    };
    Leading leadingOf(const uint64_t* x) const;
    Leading leadingDifference(const uint64_t* x, const uint64_t* y) const;
    /// |x - y|^2
    ScaledDouble squaredDistance(size_t i, size_t j) const;

    Limbs limbs_;
    std::vector<ScaledDouble> gaps_;
};

/// Places that hold points up to a hyperbolic radius so that distances are right to about 1e-19.
HOROCYCLE_EXPORT size_t limbsForRadius(double radius);

}  // namespace horo
