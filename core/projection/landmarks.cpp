#include "core/projection/landmarks.h"

#include <algorithm>
#include <cmath>

#include "core/base/parallel.h"
#include "core/measure/pair_draw.h"

namespace horo {

using Eigen::Index;

Eigen::VectorXd Landmarks::from(const RowDistances& all, size_t row) const {
    Eigen::VectorXd out(static_cast<Index>(rows.size()));
    for (size_t l = 0; l < rows.size(); ++l)
        out(static_cast<Index>(l)) = all(row, rows[l]);
    return out;
}

Result<Landmarks> landmarksOf(const RowDistances& all, uint64_t seed, int threads,
                              const std::function<bool()>& keepGoing) {
    Landmarks out;
    out.rows = drawRows(all.size(), all.size() <= Landmarks::allUpTo ? all.size() : Landmarks::drawn, seed);
    std::sort(out.rows.begin(), out.rows.end());
    const auto count = static_cast<Index>(out.rows.size());
    out.distances = Eigen::MatrixXd::Zero(count, count);
    const auto fill = [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            for (size_t j = 0; j < i; ++j)
                out.distances(static_cast<Index>(j), static_cast<Index>(i)) = all(out.rows[i], out.rows[j]);
    };
    if (!parallelWhile(keepGoing, out.rows.size(), 8, threads, fill)) return cancelledError();
    out.distances.triangularView<Eigen::StrictlyLower>() = out.distances.transpose();
    return out;
}

std::optional<double> pairStress(const RowDistances& picture, const RowDistances& source, double scale,
                                 uint64_t seed, int threads, size_t& pairs) {
    const auto drawn = scoredPairs(source.size(), 1'000'000, seed);
    pairs = drawn.size();
    std::vector<double> wanted(drawn.size()), missed(drawn.size());
    parallelFor(drawn.size(), 4096, threads, [&](size_t begin, size_t end) {
        for (size_t p = begin; p < end; ++p) {
            wanted[p] = scale * source(drawn[p].first, drawn[p].second);
            missed[p] = picture(drawn[p].first, drawn[p].second) - wanted[p];
        }
    });
    double squares = 0, errors = 0;
    for (size_t p = 0; p < drawn.size(); ++p) {
        squares += wanted[p] * wanted[p];
        errors += missed[p] * missed[p];
    }
    if (squares == 0) return std::nullopt;
    return std::sqrt(errors / squares);
}

}  // namespace horo
