#include "views/tree/NodeSelection.h"

namespace horo::views {

std::vector<ItemId> itemsOfSubtree(const Hierarchy& hierarchy, const SpanningTree& tree, Node node,
                                   bool onlyNode) {
    if (onlyNode) return {hierarchy.items()->id(node)};
    std::vector<ItemId> ids;
    for (const Node v : tree.subtree(node))
        ids.push_back(hierarchy.items()->id(v));
    return ids;
}

Selection changedSelection(const Selection& now, std::vector<ItemId> items, ItemId focus,
                           Qt::KeyboardModifiers modifiers, const std::string& origin) {
    if (modifiers & Qt::ShiftModifier) {
        const auto ids = now.ids();
        items.insert(items.end(), ids.begin(), ids.end());
        return Selection(std::move(items), origin, focus ? focus : now.focus());
    }
    if (modifiers & Qt::AltModifier) {
        const Selection left = now.without(items, origin);
        const auto ids = left.ids();
        return Selection({ids.begin(), ids.end()}, origin, left.contains(now.focus()) ? now.focus() : 0);
    }
    return Selection(std::move(items), origin, focus);
}

}  // namespace horo::views
