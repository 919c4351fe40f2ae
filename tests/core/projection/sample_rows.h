// Rows for the tests of projections.
#pragma once

#include <string>
#include <vector>

#include "core/data/embedding.h"
#include "tests/core/geometry/random_points.h"

namespace horo {

inline Embedding embeddingOf(std::vector<double> values, size_t columns,
                             const Manifold& manifold = Manifold::euclidean()) {
    Embedding embedding;
    std::vector<std::string> names;
    for (size_t i = 0; i < values.size() / columns; ++i)
        names.push_back("row " + std::to_string(i));
    embedding.items = *Items::create(names);
    embedding.vectors = Vectors(names.size(), columns, std::move(values));
    embedding.manifold = manifold;
    return embedding;
}

/// Normal clusters of equal size with centres `apart` from the origin; labels name them.
inline Embedding clusters(size_t count, size_t rowsEach, size_t columns, double apart, uint64_t seed) {
    Random random(seed);
    std::vector<double> values;
    std::vector<std::string> labels;
    for (size_t c = 0; c < count; ++c) {
        const Row centre = scaled(randomDirection(random, columns), apart);
        for (size_t i = 0; i < rowsEach; ++i) {
            for (size_t j = 0; j < columns; ++j)
                values.push_back(centre[j] + random.normal());
            labels.push_back("cluster " + std::to_string(c));
        }
    }
    Embedding embedding = embeddingOf(std::move(values), columns);
    embedding.labels = std::move(labels);
    return embedding;
}

inline Embedding randomRows(const Manifold& manifold, size_t rows, size_t columns, double spread,
                            uint64_t seed) {
    Random random(seed);
    std::vector<double> values;
    for (size_t i = 0; i < rows; ++i) {
        const Row row = randomPoint(random, manifold, columns, spread);
        values.insert(values.end(), row.begin(), row.end());
    }
    return embeddingOf(std::move(values), columns, manifold);
}

}  // namespace horo
