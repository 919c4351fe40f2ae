#include "core/classifiers/expected_score.h"

#include <algorithm>

namespace horo {

std::vector<double> expectedTreeDistances(const NodeMasses& masses) {
    const ClassTree& tree = masses.tree();
    std::vector<double> expected(tree.size());
    for (const Node v : tree.tree().preorder())
        if (v == tree.root())
            for (const Node c : masses.classes())
                expected[v] += masses.own(c) * tree.depth(c);
        else  // one edge nearer to what is below v, one farther from the rest
            expected[v] = expected[tree.tree().parent(v)] + masses.total() - 2 * masses[v];
    return expected;
}

std::vector<double> expectedLcaHeights(const NodeMasses& masses) {
    const ClassTree& tree = masses.tree();
    std::vector<double> expected(tree.size());
    for (const Node v : tree.tree().preorder())
        if (v == tree.root())
            expected[v] = tree.height(v) * masses[v];
        else  // what is below v now meets it at v
            expected[v] = expected[tree.tree().parent(v)] -
                          (tree.height(tree.tree().parent(v)) - tree.height(v)) * masses[v];
    return expected;
}

ExpectedSimilarity::ExpectedSimilarity(const ClassTree& tree, const std::vector<Node>& classes, Weight weight)
    : tree_(tree), weight_(tree.size()) {
    for (Node v = 0; v < tree.size(); ++v)
        weight_[v] = weight == Weight::Depth ? tree.depth(v) : tree.information(v);
    for (const Node c : classes)
        levels_.push_back(weight_[c]);
    std::ranges::sort(levels_);
    levels_.erase(std::unique(levels_.begin(), levels_.end()), levels_.end());
    for (const Node c : classes)
        levelOf_.push_back(
            static_cast<uint32_t>(std::ranges::lower_bound(levels_, weight_[c]) - levels_.begin()));
}

std::vector<double> ExpectedSimilarity::of(const NodeMasses& masses) const {
    const size_t width = levels_.size();
    std::vector<double> below(tree_.size() * width, 0);
    for (size_t c = 0; c < masses.classes().size(); ++c)
        below[masses.classes()[c] * width + levelOf_[c]] += masses.row()[c];
    const SpanningTree& tree = tree_.tree();
    const auto order = tree.preorder();
    for (size_t i = order.size(); i-- > 1;)
        for (size_t l = 0; l < width; ++l)
            below[tree.parent(order[i]) * width + l] += below[order[i] * width + l];
    std::vector<double> expected(tree_.size());
    for (const Node u : order)
        for (size_t l = 0; l < width; ++l) {
            const double both = weight_[u] + levels_[l];
            double shared = 0, inside = 0;
            for (Node a = u; a != SpanningTree::none; a = tree.parent(a)) {
                const double here = below[a * width + l];
                shared += 2 * weight_[a] * (here - inside);
                inside = here;
            }
            if (both > 0) expected[u] += shared / both;
            // A class without weight, such as the root, is still like itself.
            else
                expected[u] += masses.own(u);
        }
    return expected;
}

}  // namespace horo
