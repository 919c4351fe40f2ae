#include "core/embedding/entailment_pairs.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/hierarchy/split.h"

namespace horo {

namespace {

constexpr uint64_t partStream = 0xE27, negativeStream = 0xE28;

void shuffle(std::vector<TrainingPair>& pairs, Random& random) {
    for (size_t i = pairs.size(); i > 1; --i)
        std::swap(pairs[i - 1], pairs[random.below(static_cast<uint32_t>(i))]);
}

/// Different nodes, none of them `own` and none that `related` names; fewer where there are few.
template <class Related>
std::vector<Node> strangers(const std::vector<Node>& nodes, Node own, Random& random,
                            const Related& related) {
    std::vector<Node> found;
    for (int tries = 20 * EntailmentPairs::negativesPerSide;
         tries > 0 && found.size() < EntailmentPairs::negativesPerSide; --tries) {
        const Node drawn = nodes[random.below(static_cast<uint32_t>(nodes.size()))];
        if (drawn != own && !related(drawn) && std::ranges::find(found, drawn) == found.end())
            found.push_back(drawn);
    }
    return found;
}

std::vector<TrainingPair> negativesOf(const EntailmentPairs& pairs,
                                      const std::vector<TrainingPair>& positives, const Closure& closure,
                                      Random& random) {
    std::vector<TrainingPair> negatives;
    for (const TrainingPair& pair : positives) {
        for (const Node other : strangers(pairs.nodes, pair.ancestor, random,
                                          [&](Node v) { return closure.isAncestor(pair.ancestor, v); }))
            negatives.push_back({other, pair.ancestor});
        for (const Node other : strangers(pairs.nodes, pair.node, random,
                                          [&](Node a) { return closure.isAncestor(a, pair.node); }))
            negatives.push_back({pair.node, other});
    }
    return negatives;
}

}  // namespace

Result<EntailmentPairs> partPairs(const Hierarchy& hierarchy, const Closure& closure, double share,
                                  uint64_t seed) {
    EntailmentPairs pairs;
    if (hierarchy.roots().size() == 1) pairs.top = hierarchy.roots().front();
    for (Node v = 0; v < hierarchy.size(); ++v)
        if (v != pairs.top) pairs.nodes.push_back(v);

    const ClosureSplit sorted = splitClosure(hierarchy, closure, 0, seed);
    const size_t basic = sorted.train.size() - sorted.transitive;
    std::vector<TrainingPair> transitive;
    for (size_t i = 0; i < sorted.train.size(); ++i) {
        const auto& edge = sorted.train[i];
        if (edge.parent == pairs.top) continue;
        (i < basic ? pairs.train : transitive).push_back({edge.child, edge.parent});
    }
    pairs.basic = pairs.train.size();
    pairs.transitive = transitive.size();

    Random random(seed, partStream);
    shuffle(transitive, random);
    const auto portion = [&](double part) {
        return static_cast<ptrdiff_t>(part * static_cast<double>(transitive.size()));
    };
    const ptrdiff_t held =
        transitive.size() < 2 ? 0 : std::max<ptrdiff_t>(1, portion(EntailmentPairs::heldOutShare));
    const ptrdiff_t trained = std::min(portion(share), static_cast<ptrdiff_t>(transitive.size()) - 2 * held);
    const auto begin = transitive.begin();
    pairs.test.positives.assign(begin, begin + held);
    pairs.validation.positives.assign(begin + held, begin + 2 * held);
    pairs.train.insert(pairs.train.end(), begin + 2 * held, begin + 2 * held + trained);
    if (pairs.train.empty())
        return inputError("no pair of a node and an ancestor is left for training",
                          "use a hierarchy with more than one level below its root");
    Random strangers(seed, negativeStream);
    pairs.test.negatives = negativesOf(pairs, pairs.test.positives, closure, strangers);
    pairs.validation.negatives = negativesOf(pairs, pairs.validation.positives, closure, strangers);
    return pairs;
}

Result<std::shared_ptr<const Hierarchy>> trainingHierarchy(const Hierarchy& hierarchy,
                                                           const EntailmentPairs& pairs) {
    std::vector<Hierarchy::Edge> edges;
    for (const TrainingPair& pair : pairs.train)
        edges.push_back({pair.ancestor, pair.node});
    return Hierarchy::create(hierarchy.items(), std::move(edges));
}

}  // namespace horo
