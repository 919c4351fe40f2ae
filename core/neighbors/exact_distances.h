// Distances that decide who is nearest, one by one in double precision.
#pragma once

#include <vector>

#include "core/measure/nearest.h"
#include "core/neighbors/candidates.h"
#include "core/neighbors/neighbors.h"

namespace horo {

class ExactDistances {
public:
    /// `queries` is null where the rows themselves ask.
    ExactDistances(const Embedding& rows, const Embedding* queries) : rows_(rows), queries_(queries) {}

    size_t queries() const { return queries_ ? queries_->rows() : rows_.rows(); }
    bool isItself(size_t query, size_t row) const { return !queries_ && query == row; }
    size_t others() const { return queries_ ? rows_.rows() : rows_.rows() - 1; }

    /// Distances of `query` to each candidate.
    template <class Rows>
    void measure(size_t query, const Rows& candidates, std::vector<NearRow>& out) const {
        const Embedding& source = queries_ ? *queries_ : rows_;
        std::vector<double> from = source.row(query), to(rows_.columns());
        out.clear();
        for (const auto& candidate : candidates) {
            const size_t row = rowOf(candidate);
            if (isItself(query, row)) continue;
            rows_.vectors.copyRow(row, to);
            const bool extended = rows_.extended && !queries_;
            out.push_back(
                {row, extended ? rows_.extended->distance(query, row) : rows_.manifold.distance(from, to)});
        }
    }

private:
    static size_t rowOf(const Candidate& candidate) { return candidate.row; }
    static size_t rowOf(uint32_t row) { return row; }
    const Embedding& rows_;
    const Embedding* queries_;
};

/// Writes the k nearest of the measured rows, there being as many, as the neighbors of a query.
inline void writeNearest(std::vector<NearRow>& near, size_t query, Neighbors& out) {
    const auto nearer = [](const NearRow& a, const NearRow& b) {
        return a.distance != b.distance ? a.distance < b.distance : a.row < b.row;
    };
    const auto middle = near.begin() + static_cast<std::ptrdiff_t>(out.k);
    std::partial_sort(near.begin(), middle, near.end(), nearer);
    for (size_t i = 0; i < out.k; ++i) {
        out.rows[query * out.k + i] = static_cast<uint32_t>(near[i].row);
        out.distances[query * out.k + i] = near[i].distance;
    }
}

}  // namespace horo
