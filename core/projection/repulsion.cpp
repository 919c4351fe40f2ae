#include "core/projection/repulsion.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/base/aligned_vector.h"
#include "core/base/parallel.h"

namespace horo {

struct Repulsion::Bodies {
    std::array<AlignedVector<float>, 3> places;
    AlignedVector<float> masses;
    std::vector<uint32_t> open;  ///< cells to look at

    void clear() {
        for (auto& numbers : places)
            numbers.clear();
        masses.clear();
    }
    /// Adds bodies of no mass until vectors are full.
    void fillUp(size_t dim) {
        while (masses.size() % RepulsionTile::together != 0) {
            for (size_t j = 0; j < dim; ++j)
                places[j].push_back(0);
            masses.push_back(0);
        }
    }
};

void Repulsion::gather(const SpaceTree::Cell& leaf, Bodies& bodies) const {
    float low[3], high[3];
    for (size_t j = 0; j < dim_; ++j) {
        const auto range = tree_.sorted(j).subspan(leaf.begin, leaf.end - leaf.begin);
        const auto [least, most] = std::minmax_element(range.begin(), range.end());
        low[j] = *least, high[j] = *most;
    }
    bodies.clear();
    bodies.open.assign(1, 0);
    while (!bodies.open.empty()) {
        const SpaceTree::Cell& cell = tree_.cells()[bodies.open.back()];
        bodies.open.pop_back();
        float squared = 0;  // from the centre of the cell to the box of the leaf
        for (size_t j = 0; j < dim_; ++j) {
            const float beyond = std::max({low[j] - cell.centre[j], cell.centre[j] - high[j], 0.0f});
            squared += beyond * beyond;
        }
        if (cell.size * cell.size < angle_ * angle_ * squared) {
            for (size_t j = 0; j < dim_; ++j)
                bodies.places[j].push_back(cell.centre[j]);
            bodies.masses.push_back(static_cast<float>(cell.end - cell.begin));
        } else if (cell.children > 0) {
            for (uint32_t child = 0; child < cell.children; ++child)
                bodies.open.push_back(cell.firstChild + child);
        } else {
            for (size_t j = 0; j < dim_; ++j) {
                const auto all = tree_.sorted(j);
                bodies.places[j].insert(bodies.places[j].end(), all.begin() + cell.begin,
                                        all.begin() + cell.end);
            }
            bodies.masses.insert(bodies.masses.end(), cell.end - cell.begin, 1.0f);
        }
    }
    bodies.fillUp(dim_);
}

double Repulsion::operator()(const std::vector<float>& points, std::vector<float>& forces) {
    tree_.build(points, dim_);
    forces.assign(points.size(), 0.0f);
    sums_.assign(tree_.leaves().size(), 0.0);
    parallelFor(tree_.leaves().size(), 32, threads_, [&](size_t begin, size_t end) {
        thread_local Bodies bodies;
        std::vector<float> found[3], sums;
        for (size_t l = begin; l < end; ++l) {
            const SpaceTree::Cell& leaf = tree_.cells()[tree_.leaves()[l]];
            gather(leaf, bodies);
            const size_t count = leaf.end - leaf.begin;
            sums.assign(count, -1.0f);  // each point stands among the bodies and meets itself once
            RepulsionTile tile{};
            for (size_t j = 0; j < dim_; ++j) {
                found[j].assign(count, 0.0f);
                tile.bodies[j] = bodies.places[j].data();
                tile.points[j] = tree_.sorted(j).data() + leaf.begin;
                tile.forces[j] = found[j].data();
            }
            tile.masses = bodies.masses.data();
            tile.count = bodies.masses.size();
            tile.pointCount = count;
            tile.sums = sums.data();
            kernel_(tile);
            for (size_t p = 0; p < count; ++p) {
                for (size_t j = 0; j < dim_; ++j)
                    forces[tree_.order()[leaf.begin + p] * dim_ + j] = found[j][p];
                sums_[l] += sums[p];
            }
        }
    });
    return std::accumulate(sums_.begin(), sums_.end(), 0.0);
}

}  // namespace horo
