#include "core/spaces/linkage.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

#include "core/base/parallel.h"
#include "core/measure/distance_matrix.h"

namespace horo {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Merges name a row of each cluster; what they leave is sorted and named as the Dendrogram says.
Dendrogram inOrder(size_t rows, std::vector<Dendrogram::Merge> merges) {
    std::ranges::stable_sort(merges, {}, &Dendrogram::Merge::height);
    std::vector<uint32_t> above(2 * rows - 1);
    std::iota(above.begin(), above.end(), 0u);
    const auto clusterOf = [&](uint32_t v) {
        for (; above[v] != v; v = above[v])
            above[v] = above[above[v]];
        return v;
    };
    auto made = static_cast<uint32_t>(rows);
    for (auto& merge : merges) {
        const uint32_t a = clusterOf(merge.first), b = clusterOf(merge.second);
        merge = {std::min(a, b), std::max(a, b), merge.height};
        above[a] = above[b] = made++;
    }
    return {rows, std::move(merges)};
}

/// Walks from cluster to nearest cluster until two are each other's nearest, and merges these. The matrix is
/// used up.
Result<Dendrogram> byChains(DistanceMatrix distances, Linkage how, const LinkageOptions& options) {
    const size_t n = distances.size();
    std::vector<double> sizes(n, 1);  // of the cluster that goes by this row; 0 where it goes by another one
    std::vector<Dendrogram::Merge> merges;
    std::vector<size_t> chain;
    while (merges.size() + 1 < n) {
        if (chain.empty())
            chain.push_back(static_cast<size_t>(
                std::ranges::find_if(sizes, [](double size) { return size > 0; }) - sizes.begin()));
        const size_t x = chain.back();
        // The one before in the chain stays the nearest among equals, or the walk could go round for ever.
        size_t nearest = chain.size() > 1 ? chain[chain.size() - 2] : x;
        double least = chain.size() > 1 ? distances(x, nearest) : infinity;
        const auto fromX = distances.row(x);
        for (size_t i = 0; i < n; ++i)
            if (sizes[i] > 0 && i != x && (nearest == x || fromX[i] < least)) least = fromX[i], nearest = i;
        if (!options.keepGoing(static_cast<double>(merges.size()) / static_cast<double>(n)))
            return cancelledError();
        if (chain.size() < 2 || nearest != chain[chain.size() - 2]) {
            chain.push_back(nearest);
            continue;
        }
        chain.resize(chain.size() - 2);
        const size_t gone = std::min(x, nearest), kept = std::max(x, nearest);
        merges.push_back({static_cast<uint32_t>(gone), static_cast<uint32_t>(kept), least});
        const auto fromGone = distances.row(gone), fromKept = distances.row(kept);
        const double both = sizes[gone] + sizes[kept];
        for (size_t i = 0; i < n; ++i) {
            if (sizes[i] == 0 || i == kept) continue;
            fromKept[i] = how == Linkage::Complete
                              ? std::max(fromGone[i], fromKept[i])
                              : (sizes[gone] * fromGone[i] + sizes[kept] * fromKept[i]) / both;
            distances.row(i)[kept] = fromKept[i];
        }
        sizes[gone] = 0;
        sizes[kept] = both;
    }
    return inOrder(n, std::move(merges));
}

/// Adds the row that is nearest to those that were added (Prim 1957). Each is merged with the one added
/// before it, which is in the same cluster at that height.
Result<Dendrogram> alongSpanningTree(const RowDistances& distances,
                                     const std::optional<DistanceMatrix>& matrix,
                                     const LinkageOptions& options) {
    const size_t n = distances.size();
    std::vector<Dendrogram::Merge> merges;
    std::vector<double> nearest(n, infinity), computed(matrix ? 0 : n);
    std::vector<bool> added(n, false);
    size_t last = 0;
    while (merges.size() + 1 < n) {
        if (!options.keepGoing(static_cast<double>(merges.size()) / static_cast<double>(n)))
            return cancelledError();
        added[last] = true;
        if (!matrix)
            parallelFor(n, 4096, options.threads, [&](size_t begin, size_t end) {
                distances.from(last, begin, std::span(computed).subspan(begin, end - begin));
            });
        const std::span<const double> fromLast =
            matrix ? matrix->row(last) : std::span<const double>(computed);
        size_t next = last;
        double least = infinity;
        for (size_t i = 0; i < n; ++i) {
            if (added[i]) continue;
            nearest[i] = std::min(nearest[i], fromLast[i]);
            if (next == last || nearest[i] < least) least = nearest[i], next = i;
        }
        merges.push_back({static_cast<uint32_t>(last), static_cast<uint32_t>(next), least});
        last = next;
    }
    return inOrder(n, std::move(merges));
}

}  // namespace

Dendrogram::Leaves Dendrogram::leaves() const {
    if (rows == 0) return {};
    std::vector<std::pair<uint32_t, uint32_t>> ends;  // leftmost and rightmost row of each cluster
    for (uint32_t i = 0; i < rows; ++i)
        ends.emplace_back(i, i);
    std::vector<uint32_t> next(rows);
    std::vector<double> gap(rows);
    for (const Merge& merge : merges) {
        const auto [left, right] = std::pair(ends[merge.first], ends[merge.second]);
        next[left.second] = right.first;
        gap[left.second] = merge.height;
        ends.emplace_back(left.first, right.second);
    }
    Leaves leaves;
    leaves.order.push_back(ends.back().first);
    while (leaves.order.size() < rows) {
        leaves.gaps.push_back(gap[leaves.order.back()]);
        leaves.order.push_back(next[leaves.order.back()]);
    }
    return leaves;
}

Result<Dendrogram> linkage(const RowDistances& distances, Linkage how, const LinkageOptions& options) {
    const size_t n = distances.size();
    if (n < 2) return Dendrogram{n, {}};
    std::optional<DistanceMatrix> matrix;
    if (how != Linkage::Single || n <= DistanceMatrix::limit) {
        if (n > DistanceMatrix::limit)
            return inputError("a matrix of the distances of " + std::to_string(n) + " rows is too large",
                              "use at most " + std::to_string(DistanceMatrix::limit) +
                                  " rows, or linkage=single, which needs no matrix");
        auto all = rowDistances(distances, options.threads, [&] { return options.keepGoing(0); });
        if (!all) return all.error();
        matrix = std::move(*all);
    }
    return how == Linkage::Single ? alongSpanningTree(distances, matrix, options)
                                  : byChains(std::move(*matrix), how, options);
}

}  // namespace horo
