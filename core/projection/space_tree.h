// Points in a tree of cells, near points near each other.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/export.h"

namespace horo {

/// A quadtree or octree over points in the plane or in space. Points are sorted along Morton's curve; every
/// cell is a range of them.
class HOROCYCLE_EXPORT SpaceTree {
public:
    static constexpr uint32_t leafSize = 16;

    struct Cell {
        uint32_t begin, end;            ///< places of its points in order()
        uint32_t firstChild, children;  ///< none where `children` is 0
        float size;                     ///< length of an edge
        float centre[3];                ///< mean of its points
    };

    /// Points row by row, finite. Time: n log n.
    void build(std::span<const float> points, size_t dim);

    size_t dim() const { return dim_; }
    const std::vector<Cell>& cells() const { return cells_; }   ///< the root first
    std::span<const uint32_t> order() const { return order_; }  ///< row of the point at each place
    /// Coordinate j of the points in their order.
    std::span<const float> sorted(size_t j) const { return sorted_[j]; }
    /// Cells without children, which together hold each point once.
    std::span<const uint32_t> leaves() const { return leaves_; }

private:
    void sort(std::span<const float> points);
    void split(uint32_t cell, uint32_t level);

    size_t dim_ = 2;
    uint32_t levels_ = 16;
    float edge_ = 0;
    std::vector<uint64_t> keys_, otherKeys_;  ///< Morton code above the row
    std::vector<uint32_t> order_, leaves_;
    std::vector<float> sorted_[3];
    std::vector<double> running_[3];  ///< sums of the sorted coordinates up to each place
    std::vector<Cell> cells_;
};

}  // namespace horo
