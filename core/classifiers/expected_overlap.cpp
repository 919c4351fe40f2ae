#include <algorithm>
#include <numeric>

#include "core/classifiers/expected_score.h"

namespace horo {

ExpectedOverlap::ExpectedOverlap(const ClassTree& tree, const std::vector<Node>& classes, double beta,
                                 bool root)
    : tree_(tree), square_(beta * beta), root_(root), sizes_(1) {
    for (const Node c : classes)
        sizes_ = std::max(sizes_, static_cast<size_t>(tree.depth(c)) + (root ? 2 : 1));
}

std::vector<double> ExpectedOverlap::massesBySize(const NodeMasses& masses) const {
    std::vector<double> below(tree_.size() * sizes_, 0);
    for (const Node c : masses.classes())
        below[c * sizes_ + static_cast<size_t>(tree_.depth(c)) + (root_ ? 1 : 0)] = masses.own(c);
    const auto order = tree_.tree().preorder();
    for (size_t i = order.size(); i-- > 1;)
        for (size_t s = 0; s < sizes_; ++s)
            below[tree_.tree().parent(order[i]) * sizes_ + s] += below[order[i] * sizes_ + s];
    return below;
}

double ExpectedOverlap::of(const NodeMasses& masses, const std::vector<Node>& set) const {
    const auto below = massesBySize(masses);
    double sum = 0, count = 0;
    for (const Node v : set)
        count += root_ || v != tree_.root() ? 1 : 0;
    for (const Node v : set)
        for (size_t s = 1; s < sizes_ && (root_ || v != tree_.root()); ++s)
            sum += below[v * sizes_ + s] * (1 + square_) / (count + square_ * static_cast<double>(s));
    return sum;
}

std::vector<Node> ExpectedOverlap::best(const NodeMasses& masses) const {
    constexpr double tie = 1e-12;
    const auto below = massesBySize(masses);
    std::vector<Node> order;
    for (const Node v : tree_.tree().preorder())
        if ((root_ || v != tree_.root()) && (masses[v] > 0 || order.empty())) order.push_back(v);
    std::vector<double> gain(tree_.size());
    std::vector<Node> best;
    double bestValue = -1;
    for (size_t k = 1; k <= order.size(); ++k) {
        // Even a set with all ancestors of every class cannot reach more with k nodes.
        double bound = 0;
        std::vector<double> share(sizes_);
        for (size_t s = 1; s < sizes_; ++s) {
            const auto size = static_cast<double>(s);
            share[s] = (1 + square_) / (static_cast<double>(k) + square_ * size);
            bound += below[tree_.root() * sizes_ + s] * share[s] * std::min(size, static_cast<double>(k));
        }
        if (static_cast<double>(k) >= static_cast<double>(sizes_) && bound <= bestValue) break;
        for (const Node v : order) {
            gain[v] = 0;  // of classes at v or deeper
            for (size_t s = std::max<size_t>(1, static_cast<size_t>(tree_.depth(v))); s < sizes_; ++s)
                gain[v] += below[v * sizes_ + s] * share[s];
        }
        // A node never adds more than its parent; where equal, the parent comes first.
        const auto end = order.begin() + static_cast<std::ptrdiff_t>(k);
        std::partial_sort(order.begin(), end, order.end(), [&](Node a, Node b) {
            if (gain[a] != gain[b]) return gain[a] > gain[b];
            return tree_.tree().position(a) < tree_.tree().position(b);
        });
        const double value =
            std::accumulate(order.begin(), end, 0.0, [&](double sum, Node v) { return sum + gain[v]; });
        if (value <= bestValue + tie) continue;
        bestValue = value;
        best.assign(order.begin(), end);
    }
    std::ranges::sort(best);
    return best;
}

}  // namespace horo
