// Small hierarchies and embeddings for the tests of measures.
#pragma once

#include <fmt/format.h>

#include <string>

#include "core/base/random.h"
#include "core/data/embedding.h"
#include "core/hierarchy/closure.h"
#include "tests/core/geometry/random_points.h"

namespace horo {

/// A random DAG: every node but the first has one parent of smaller number, some have two.
inline std::shared_ptr<const Hierarchy> randomHierarchy(size_t nodes, uint64_t seed) {
    Random random(seed);
    std::vector<std::string> names;
    std::vector<Hierarchy::Edge> edges;
    for (uint32_t v = 0; v < nodes; ++v) {
        names.push_back(fmt::format("n{}", v));
        if (v > 0) edges.push_back({random.below(v), v});
        if (v > 1 && random.uniform() < 0.1) edges.push_back({random.below(v), v});
    }
    return Hierarchy::create(Items::create(names).value(), edges).value();
}

/// Random points, every seventh the same as the one before it, which makes ties.
inline Embedding randomEmbedding(const Hierarchy& hierarchy, const Manifold& manifold, size_t columns,
                                 double spread, uint64_t seed) {
    Random random(seed, 1);
    std::vector<double> values;
    for (size_t i = 0; i < hierarchy.size(); ++i) {
        Row row = randomPoint(random, manifold, columns, spread);
        if (i > 0 && i % 7 == 0) row = Row(values.end() - static_cast<std::ptrdiff_t>(columns), values.end());
        values.insert(values.end(), row.begin(), row.end());
    }
    Embedding embedding;
    embedding.items = hierarchy.items();
    embedding.vectors = Vectors(hierarchy.size(), columns, std::move(values));
    embedding.manifold = manifold;
    return embedding;
}

}  // namespace horo
