#include "views/tangle/HierarchyPair.h"

#include "views/tangle/Untangle.h"

namespace horo::views {

HierarchyPair::HierarchyPair(std::shared_ptr<const Hierarchy> a, std::shared_ptr<const Hierarchy> b)
    : looks_{HierarchyLook::of(a), HierarchyLook::of(b)}, nodes_(*a, *b) {
    for (const Side side : {Side::A, Side::B}) {
        const auto& partners = side == Side::A ? nodes_.ofA : nodes_.ofB;
        auto& status = status_[index(side)];
        status.assign(partners.size(), NodeStatus::InPlace);
        for (Node v = 0; v < partners.size(); ++v)
            if (partners[v] == MatchedNodes::none) status[v] = NodeStatus::Only;
        trees_[index(side)] = std::make_shared<const OrderedTree>(look(side));
    }
    for (const Node v : nodes_.moved) {
        status_[0][v] = NodeStatus::Moved;
        status_[1][nodes_.ofA[v]] = NodeStatus::Moved;
    }
}

std::shared_ptr<const OrderedTree> HierarchyPair::untangledB() const {
    if (untangled_) return untangled_;
    std::vector<uint32_t> place(hierarchy(Side::B).size(), SpanningTree::none);
    for (Node w = 0; w < place.size(); ++w)
        if (const Node v = nodes_.ofB[w]; v != MatchedNodes::none)
            place[w] = look(Side::A)->tree().position(v);
    const auto& look = looks_[index(Side::B)];
    untangled_ =
        std::make_shared<const OrderedTree>(look, untangledRank(look->hierarchy(), look->tree(), place));
    return untangled_;
}

}  // namespace horo::views
