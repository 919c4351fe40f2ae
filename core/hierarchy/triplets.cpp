#include "core/hierarchy/triplets.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <vector>

#include "core/base/parallel.h"
#include "core/base/random.h"

namespace horo {

namespace {

/// Depth of the lowest common ancestor plus 1, 0 under different roots.
uint32_t meeting(const SpanningTree& tree, Node u, Node v) {
    const Node common = tree.lowestCommonAncestor(u, v);
    return common == SpanningTree::none ? 0 : static_cast<uint32_t>(tree.depth(common)) + 1;
}

/// Which pair meets deepest: 1 the first, 2 the second, 3 the third, 0 none alone. In a tree the two others
/// are equal then.
int closest(uint32_t first, uint32_t second, uint32_t third) {
    return (first > second) + 2 * (second > first) + 3 * (first == second && third > first);
}

/// Runs body(block) on several threads, asking between them whether to go on. False: stopped.
bool overBlocks(size_t blocks, const AgreementOptions& options, const std::function<void(size_t)>& body) {
    std::atomic<size_t> done{0};
    std::atomic<bool> stopped{false};
    std::mutex asking;
    parallelFor(blocks, 1, options.threads, [&](size_t block, size_t) {
        if (stopped.load(std::memory_order_relaxed)) return;
        body(block);
        const double share = static_cast<double>(++done) / static_cast<double>(blocks);
        if (!options.progress) return;
        const std::lock_guard lock(asking);
        if (!stopped && !options.progress(share)) stopped = true;
    });
    return !stopped;
}

std::vector<uint32_t> meetings(const SpanningTree& tree, std::span<const Node> leaves) {
    const size_t n = leaves.size();
    std::vector<uint32_t> depths(n * n);
    for (size_t i = 0; i < n; ++i)
        for (size_t j = 0; j < i; ++j)
            depths[i * n + j] = depths[j * n + i] = meeting(tree, leaves[i], leaves[j]);
    return depths;
}

}  // namespace

Result<TripletCount> countTriplets(const SpanningTree& a, std::span<const Node> leavesA,
                                   const SpanningTree& b, std::span<const Node> leavesB,
                                   const AgreementOptions& options) {
    const size_t n = leavesA.size();
    TripletCount count;
    if (n < 3) return count;
    count.drawn = n > options.exactLeaves;
    constexpr size_t drawnOfBlock = 4096;
    const size_t blocks = count.drawn ? (options.samples + drawnOfBlock - 1) / drawnOfBlock : n;
    std::vector<uint64_t> same(blocks, 0);
    if (!count.drawn) {
        count.all = static_cast<double>(n) * static_cast<double>(n - 1) / 2 * static_cast<double>(n - 2) / 3;
        const auto inA = meetings(a, leavesA), inB = meetings(b, leavesB);
        if (!overBlocks(blocks, options, [&](size_t i) {
                for (size_t j = 0; j < i; ++j)
                    for (size_t k = 0; k < j; ++k)
                        same[i] += closest(inA[i * n + j], inA[i * n + k], inA[j * n + k]) ==
                                   closest(inB[i * n + j], inB[i * n + k], inB[j * n + k]);
            }))
            return cancelledError();
    } else {
        count.all = static_cast<double>(options.samples);
        if (!overBlocks(blocks, options, [&](size_t block) {
                Random random(options.seed, block + 1);
                const size_t here = std::min(drawnOfBlock, options.samples - block * drawnOfBlock);
                for (size_t draw = 0; draw < here; ++draw) {
                    uint32_t i, j, k;
                    do
                        i = random.below(static_cast<uint32_t>(n)),
                        j = random.below(static_cast<uint32_t>(n)),
                        k = random.below(static_cast<uint32_t>(n));
                    while (i == j || i == k || j == k);
                    const auto side = [&](const SpanningTree& tree, std::span<const Node> leaves) {
                        return closest(meeting(tree, leaves[i], leaves[j]),
                                       meeting(tree, leaves[i], leaves[k]),
                                       meeting(tree, leaves[j], leaves[k]));
                    };
                    same[block] += side(a, leavesA) == side(b, leavesB);
                }
            }))
            return cancelledError();
    }
    for (const uint64_t part : same)
        count.same += static_cast<double>(part);
    return count;
}

}  // namespace horo
