#include "core/classifiers/decoder.h"

#include <algorithm>

namespace horo {

namespace {

constexpr double tie = 1e-12;  ///< values as near as that are equal

/// The node of largest value; of equal ones the deeper, then the first in the tree.
template <class Value, class Allowed>
Node best(const ClassTree& tree, Value value, Allowed allowed) {
    Node found = SpanningTree::none;
    double largest = 0;
    for (const Node v : tree.tree().preorder()) {
        if (!allowed(v)) continue;
        const double here = value(v);
        if (found == SpanningTree::none || here > largest + tie ||
            (here >= largest - tie && tree.depth(v) > tree.depth(found)))
            found = v, largest = here;
    }
    return found;
}

}  // namespace

Decoder::Decoder(const ClassTree& tree, std::vector<Node> classes, DecodingOptions options)
    : tree_(tree),
      options_(options),
      masses_(tree, std::move(classes)),
      overlap_(tree, masses_.classes(), options.beta, options.root) {
    if (options.metric == DecodingMetric::WuPalmer)
        similarity_.emplace(tree, masses_.classes(), ExpectedSimilarity::Weight::Depth);
    if (options.metric == DecodingMetric::Lin)
        similarity_.emplace(tree, masses_.classes(), ExpectedSimilarity::Weight::Information);
}

std::vector<double> Decoder::values() const {
    if (similarity_) return similarity_->of(masses_);
    auto distances = expectedTreeDistances(masses_);
    for (double& distance : distances)
        distance = -distance;
    return distances;
}

Node Decoder::likeliestLeaf() const {
    size_t found = masses_.classes().size();
    for (size_t c = 0; c < masses_.classes().size(); ++c)
        if (tree_.isLeaf(masses_.classes()[c]) &&
            (found == masses_.classes().size() || masses_.row()[c] > masses_.row()[found]))
            found = c;
    return masses_.classes()[found];
}

Node Decoder::goDown(bool stopsAtDoubt) const {
    Node v = tree_.root();
    double runnerUp = 0;
    while (!tree_.isLeaf(v)) {
        Node first = SpanningTree::none;
        double second = 0;
        for (const Node child : tree_.tree().children(v)) {
            if (first == SpanningTree::none || masses_[child] > masses_[first]) {
                if (first != SpanningTree::none) second = masses_[first];
                first = child;
            } else {
                second = std::max(second, masses_[child]);
            }
        }
        runnerUp = std::max(runnerUp, second);
        if (stopsAtDoubt && masses_[first] < runnerUp) break;
        v = first;
    }
    return v;
}

std::vector<Node> Decoder::decide(std::span<const double> row) {
    masses_.assign(row);
    const auto any = [](Node) { return true; };
    const auto leaf = [&](Node v) { return tree_.isLeaf(v); };
    const auto mass = [&](Node v) { return masses_[v]; };
    /// The deepest of the nodes allowed, then the likeliest.
    const auto deepest = [&](auto allowed) {
        int depth = 0;
        for (Node v = 0; v < tree_.size(); ++v)
            if (allowed(v)) depth = std::max(depth, tree_.depth(v));
        return best(tree_, mass, [&](Node v) {
            return v == tree_.root() ? depth == 0 : allowed(v) && tree_.depth(v) == depth;
        });
    };
    switch (options_.rule) {
        case DecodingRule::AsGiven:
        case DecodingRule::ArgmaxLeaf:
            return {likeliestLeaf()};
        case DecodingRule::TopDown:
            return {goDown(false)};
        case DecodingRule::Plurality:
            return {goDown(true)};
        case DecodingRule::Threshold:
            return {deepest([&](Node v) { return masses_[v] >= options_.threshold; })};
        case DecodingRule::Majority:
            return {deepest([&](Node v) { return masses_[v] > .5; })};
        case DecodingRule::ExpectedInformation:
            return {best(
                tree_, [&](Node v) { return masses_[v] * tree_.information(v); }, any)};
        case DecodingRule::Hie:
            return {best(
                tree_,
                [&](Node v) {
                    return v == tree_.root() ? masses_[v] : masses_[v] * masses_[tree_.tree().parent(v)];
                },
                leaf)};
        case DecodingRule::Crm: {
            const auto heights = expectedLcaHeights(masses_);
            return {best(
                tree_, [&](Node v) { return -heights[v]; }, leaf)};
        }
        case DecodingRule::Optimal:
            break;
    }
    if (options_.metric == DecodingMetric::Overlap) return overlap_.best(masses_);
    const auto worth = values();
    return {best(
        tree_, [&](Node v) { return worth[v]; }, any)};
}

std::optional<double> Decoder::expected(std::span<const double> row, const std::vector<Node>& nodes) {
    masses_.assign(row);
    if (options_.metric == DecodingMetric::Overlap) {
        if (nodes.size() > 1) return overlap_.of(masses_, nodes);
        return overlap_.of(masses_, tree_.ancestors(nodes.front(), true));
    }
    if (nodes.size() != 1) return std::nullopt;
    const double worth = values()[nodes.front()];
    return options_.metric == DecodingMetric::TreeDistance ? -worth : worth;
}

}  // namespace horo
