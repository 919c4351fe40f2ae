#include "views/tangle/Untangle.h"

#include <algorithm>
#include <numeric>

#include "views/tangle/Crossings.h"

namespace horo::views {

namespace {

constexpr int mostSweeps = 4;

/// Ends of the lines below one child.
struct Child {
    Node node;
    double barycentre;
    std::span<uint32_t> places;  ///< ascending
};

/// Pairs of a line below `above` and one below `under` that cross.
uint64_t crossings(const Child& above, const Child& under) {
    uint64_t count = 0;
    size_t i = 0;
    for (const uint32_t place : under.places) {
        while (i < above.places.size() && above.places[i] <= place)
            ++i;
        count += above.places.size() - i;
    }
    return count;
}

uint64_t crossings(const std::vector<Child>& children, std::vector<uint32_t>& room) {
    room.clear();
    for (const Child& child : children)
        room.insert(room.end(), child.places.begin(), child.places.end());
    return countInversions(room);
}

void exchangeNeighbours(std::vector<Child>& children) {
    for (int sweep = 0; sweep < mostSweeps; ++sweep) {
        bool changed = false;
        for (size_t i = 0; i + 1 < children.size(); ++i) {
            // In one order or the other: most neighbours do not overlap at all.
            const auto& a = children[i].places;
            const auto& b = children[i + 1].places;
            if (a.empty() || b.empty() || a.back() <= b.front()) continue;
            if (crossings(children[i + 1], children[i]) >= crossings(children[i], children[i + 1])) continue;
            std::swap(children[i], children[i + 1]);
            changed = true;
        }
        if (!changed) break;
    }
}

class Untangling {
public:
    Untangling(const Hierarchy& hierarchy, const SpanningTree& tree,
               const std::vector<uint32_t>& partnerPlace)
        : tree_(tree), rank_(hierarchy.size(), 0), first_(hierarchy.size() + 1, 0) {
        const auto preorder = tree.preorder();
        for (size_t i = 0; i < preorder.size(); ++i) {
            const Node v = preorder[i];
            if (tree.children(v).empty() && partnerPlace[v] != SpanningTree::none)
                places_.push_back(partnerPlace[v]);
            first_[i + 1] = static_cast<uint32_t>(places_.size());
        }
        sums_.resize(places_.size() + 1, 0);
        std::partial_sum(places_.begin(), places_.end(), sums_.begin() + 1,
                         [](double a, double b) { return a + b; });
        for (size_t i = preorder.size(); i-- > 0;)
            order(tree.children(preorder[i]));
        order(hierarchy.roots());
    }

    std::vector<uint32_t> take() { return std::move(rank_); }

private:
    void order(std::span<const Node> nodes) {
        std::vector<Child> before;
        double last = -1;
        for (const Node v : nodes) {
            rank_[v] = static_cast<uint32_t>(before.size());
            const size_t from = first_[tree_.position(v)],
                         to = first_[tree_.position(v) + tree_.subtreeSize(v)];
            // What has no lines stays behind the sibling that it stood behind.
            if (to > from) last = (sums_[to] - sums_[from]) / static_cast<double>(to - from);
            before.push_back({v, last, std::span(places_).subspan(from, to - from)});
        }
        if (before.empty()) return;
        if (before.size() > 1) {
            std::vector<Child> after = before;
            std::stable_sort(after.begin(), after.end(),
                             [](const Child& a, const Child& b) { return a.barycentre < b.barycentre; });
            exchangeNeighbours(after);
            if (crossings(after, room_) <= crossings(before, room_))
                for (size_t i = 0; i < after.size(); ++i)
                    rank_[after[i].node] = static_cast<uint32_t>(i);
        }
        const size_t from = first_[tree_.position(nodes.front())];
        const size_t to = first_[tree_.position(nodes.back()) + tree_.subtreeSize(nodes.back())];
        countInversions(std::span(places_).subspan(from, to - from));
    }

    const SpanningTree& tree_;
    std::vector<uint32_t> rank_;
    std::vector<uint32_t> first_;   ///< lines before each place of the preorder
    std::vector<uint32_t> places_;  ///< ends of lines in preorder; sorted below each node that was ordered
    std::vector<double> sums_;      ///< of places_ as they were
    std::vector<uint32_t> room_;
};

}  // namespace

std::vector<uint32_t> untangledRank(const Hierarchy& hierarchy, const SpanningTree& tree,
                                    const std::vector<uint32_t>& partnerPlace) {
    return Untangling(hierarchy, tree, partnerPlace).take();
}

}  // namespace horo::views
