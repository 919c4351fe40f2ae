#include "core/hierarchy/agreement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "core/base/random.h"
#include "core/hierarchy/closure.h"
#include "core/hierarchy/matched_nodes.h"
#include "core/hierarchy/triplets.h"

namespace horo {

namespace {

/// A set of leaves by the exclusive or of random words of its members: two different sets are taken for one
/// with a chance of 2^-128.
using Cluster = std::array<uint64_t, 2>;

/// The different clusters of `leaves`, sorted.
Result<std::vector<Cluster>> clustersOf(const Hierarchy& h, const std::vector<Node>& leaves) {
    const auto closure = Closure::create(h);
    if (!closure) return closure.error();
    std::vector<Cluster> cluster(h.size(), Cluster{0, 0});
    std::vector<size_t> members(h.size(), 0);
    uint64_t state = 0x686F726F63796365ull;
    for (const Node leaf : leaves) {
        const Cluster own{splitMix64(state), splitMix64(state)};
        for (const Node above : closure->ancestors(leaf)) {
            cluster[above][0] ^= own[0];
            cluster[above][1] ^= own[1];
            ++members[above];
        }
    }
    std::vector<Cluster> different;
    for (Node v = 0; v < h.size(); ++v)
        if (members[v] >= 2 && members[v] < leaves.size()) different.push_back(cluster[v]);
    std::ranges::sort(different);
    different.erase(std::unique(different.begin(), different.end()), different.end());
    return different;
}

/// The spanning tree that the order of the edges does not change: of the parents of least depth, the first by
/// name.
SpanningTree treeByName(const Hierarchy& h) {
    auto edges = h.edges();
    std::ranges::stable_sort(edges, {},
                             [&](const Hierarchy::Edge& e) { return std::string_view(h.name(e.parent)); });
    return SpanningTree(**Hierarchy::create(h.items(), std::move(edges)));
}

/// 95 % interval of a share (Wilson 1927).
std::pair<double, double> wilson(double share, double n) {
    constexpr double z = 1.959963984540054;
    const double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
    const double reach = z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    return {std::max(0.0, middle - reach), std::min(1.0, middle + reach)};
}

}  // namespace

Result<HierarchyAgreement> compareHierarchies(const Hierarchy& a, const Hierarchy& b,
                                              const AgreementOptions& options) {
    const MatchedNodes nodes(a, b);
    HierarchyAgreement score;
    score.missing = nodes.missing;
    score.extra = nodes.extra;
    score.matched = nodes.matched();
    score.moved = nodes.moved.size();

    std::vector<Node> leavesA, leavesB;
    for (Node v = 0; v < a.size(); ++v)
        if (const Node w = nodes.ofA[v]; w != MatchedNodes::none && a.isLeaf(v) && b.isLeaf(w)) {
            leavesA.push_back(v);
            leavesB.push_back(w);
        }
    score.sharedLeaves = leavesA.size();
    if (options.progress && !options.progress(0)) return cancelledError();
    const auto clustersA = clustersOf(a, leavesA), clustersB = clustersOf(b, leavesB);
    if (!clustersA) return clustersA.error();
    if (!clustersB) return clustersB.error();
    std::vector<Cluster> onlyOne;
    std::ranges::set_symmetric_difference(*clustersA, *clustersB, std::back_inserter(onlyOne));
    score.clustersA = clustersA->size();
    score.clustersB = clustersB->size();
    score.robinsonFoulds = onlyOne.size();
    if (const size_t all = score.clustersA + score.clustersB; all > 0)
        score.normalized = static_cast<double>(score.robinsonFoulds) / static_cast<double>(all);

    const auto triplets = countTriplets(treeByName(a), leavesA, treeByName(b), leavesB, options);
    if (!triplets) return triplets.error();
    score.triplets = triplets->all;
    if (triplets->all > 0) {
        score.tripletAgreement = triplets->same / triplets->all;
        if (triplets->drawn) score.interval = wilson(*score.tripletAgreement, triplets->all);
    }
    return score;
}

}  // namespace horo
