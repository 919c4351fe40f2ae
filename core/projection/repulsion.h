// Repulsion of all points by all others, far ones taken together (Barnes & Hut 1986).
#pragma once

#include <functional>
#include <vector>

#include "core/base/export.h"
#include "core/projection/repulsion_kernel.h"
#include "core/projection/space_tree.h"

namespace horo {

/// The points of a leaf share one list of bodies, cells far from all of them and points near to one: long
/// lists that a vector kernel goes through.
class HOROCYCLE_EXPORT Repulsion {
public:
    Repulsion(size_t dim, double angle, int threads)
        : dim_(dim),
          angle_(static_cast<float>(angle)),
          threads_(threads),
          kernel_(repulsionKernel(dim, bestInstructionSet())) {}

    /// Writes sum of q^2 (y_i - y_j) over j for each i, q = 1 / (1 + |y_i - y_j|^2), and returns the sum of q
    /// over ordered pairs of different points.
    double operator()(const std::vector<float>& points, std::vector<float>& forces);

private:
    struct Bodies;
    void gather(const SpaceTree::Cell& leaf, Bodies& bodies) const;

    size_t dim_;
    float angle_;
    int threads_;
    RepulsionKernel kernel_;
    SpaceTree tree_;
    std::vector<double> sums_;  ///< of each leaf
};

}  // namespace horo
