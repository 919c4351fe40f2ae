#include "views/disk/TreeInDisk.h"

#include <cmath>

#include "core/embedding/tree_layout.h"
#include "views/disk/DiskChart.h"

namespace horo::views {

std::shared_ptr<const Embedding> treeInDisk(const Hierarchy& hierarchy, const SpanningTree& tree,
                                            double curvature) {
    const double root = std::sqrt(-curvature);
    const auto points = radialTreeLayout(tree, root, diskRadiusLimit - .5);
    std::vector<double> values;
    values.reserve(2 * points.size());
    for (const auto& point : points)
        values.push_back(point.real() / root), values.push_back(point.imag() / root);
    auto embedding = std::make_shared<Embedding>();
    embedding->items = hierarchy.items();
    embedding->vectors = Vectors(points.size(), 2, std::move(values));
    embedding->manifold = Manifold::poincare(curvature);
    return embedding;
}

}  // namespace horo::views
