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

Result<DistanceMatrix> rowDistances(const Embedding& embedding, std::span<const uint32_t> rows, int threads,
                                    const std::function<bool()>& keepGoing) {
    if (const auto fits = requireFits(rows.size()); !fits) return fits.error();
    const size_t columns = embedding.columns();
    std::vector<double> values(rows.size() * columns);
    for (size_t i = 0; i < rows.size(); ++i)
        embedding.vectors.copyRow(rows[i], {values.data() + i * columns, columns});
    const auto point = [&](size_t i) {
        return std::span<const double>(values.data() + i * columns, columns);
    };
    DistanceMatrix matrix(rows.size());
    if (!parallelWhile(keepGoing, rows.size(), 8, threads, [&](size_t begin, size_t end) {
            for (size_t i = begin; i < end; ++i)
                for (size_t j = 0; j < i; ++j)
                    matrix.row(i)[j] = embedding.extended ? embedding.extended->distance(rows[i], rows[j])
                                                          : embedding.manifold.distance(point(i), point(j));
        }))
        return cancelledError();
    for (size_t i = 0; i < rows.size(); ++i)
        for (size_t j = 0; j < i; ++j)
            matrix.row(j)[i] = matrix(i, j);
    return matrix;
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
