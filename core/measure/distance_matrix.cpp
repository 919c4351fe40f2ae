#include "core/measure/distance_matrix.h"

#include <algorithm>

#include "core/base/parallel.h"

namespace horo {

namespace {

Result<void> requireFits(size_t rows) {
    if (rows > DistanceMatrix::limit)
        return inputError("a matrix of the distances of " + std::to_string(rows) + " rows is too large",
                          "use at most " + std::to_string(DistanceMatrix::limit) + " rows, or a sample");
    return {};
}

}  // namespace

double DistanceMatrix::largest() const {
    return values_.empty() ? 0 : *std::max_element(values_.begin(), values_.end());
}

Result<DistanceMatrix> rowDistances(const RowDistances& distances, int threads,
                                    const std::function<bool()>& keepGoing) {
    constexpr size_t strip = 64, rowsAtOnce = 16;  // a strip stays in the near cache while the rows meet it
    const size_t n = distances.size();
    if (const auto fits = requireFits(n); !fits) return fits.error();
    DistanceMatrix matrix(n);
    if (!parallelWhile(keepGoing, n, rowsAtOnce, threads, [&](size_t begin, size_t end) {
            for (size_t first = 0; first < end; first += strip)
                for (size_t i = std::max(begin, first + 1); i < end; ++i)
                    distances.from(i, first, matrix.row(i).subspan(first, std::min(strip, i - first)));
        }))
        return cancelledError();
    for (size_t i = 0; i < n; ++i)
        for (size_t j = 0; j < i; ++j)
            matrix.row(j)[i] = matrix(i, j);
    return matrix;
}

Result<DistanceMatrix> rowDistances(const Embedding& embedding, std::span<const uint32_t> rows, int threads,
                                    const std::function<bool()>& keepGoing) {
    if (const auto fits = requireFits(rows.size()); !fits) return fits.error();
    return rowDistances(RowDistances(subset(embedding, {rows.begin(), rows.end()})), threads, keepGoing);
}

Result<DistanceMatrix> pathDistances(const PathLengths& paths, std::span<const Node> nodes, int threads,
                                     const std::function<bool()>& keepGoing) {
    if (const auto fits = requireFits(nodes.size()); !fits) return fits.error();
    DistanceMatrix matrix(nodes.size());
    if (!parallelWhile(keepGoing, nodes.size(), 8, threads, [&](size_t begin, size_t end) {
            std::vector<uint32_t> lengths(paths.size());
            std::vector<Node> queue;
            for (size_t i = begin; i < end; ++i) {
                paths.from(nodes[i], lengths, queue);
                for (size_t j = 0; j < nodes.size(); ++j)
                    matrix.row(i)[j] = lengths[nodes[j]];
            }
        }))
        return cancelledError();
    return matrix;
}

}  // namespace horo
