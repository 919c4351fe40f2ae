#include "views/tree/TreeRows.h"

#include <algorithm>

namespace horo::views {

TreeRows::TreeRows(std::shared_ptr<const Hierarchy> hierarchy, std::shared_ptr<const SpanningTree> tree)
    : hierarchy_(std::move(hierarchy)), tree_(std::move(tree)), open_(hierarchy_->size(), 0) {
    if (hierarchy_->roots().size() == 1) open_[hierarchy_->roots().front()] = 1;
    rebuild();
}

void TreeRows::appendVisible(Node node, std::vector<Node>& out) const {
    // Along the preorder: a closed node skips its whole subtree.
    const auto preorder = tree_->preorder();
    const size_t end = tree_->position(node) + size_t{tree_->subtreeSize(node)};
    for (size_t i = tree_->position(node); i < end;) {
        const Node v = preorder[i];
        out.push_back(v);
        i += open_[v] ? 1 : tree_->subtreeSize(v);
    }
}

void TreeRows::rebuild() {
    rows_.clear();
    for (const Node root : hierarchy_->roots())
        appendVisible(root, rows_);
    // Roots come in the order of the hierarchy, the preorder may hold them in another; bisection needs one
    // order.
    std::sort(rows_.begin(), rows_.end(),
              [&](Node a, Node b) { return tree_->position(a) < tree_->position(b); });
}

std::optional<size_t> TreeRows::rowOf(Node node) const {
    const auto found =
        std::lower_bound(rows_.begin(), rows_.end(), tree_->position(node),
                         [&](Node v, uint32_t position) { return tree_->position(v) < position; });
    if (found == rows_.end() || *found != node) return {};
    return static_cast<size_t>(found - rows_.begin());
}

size_t TreeRows::nearestRow(Node node) const {
    for (; node != SpanningTree::none; node = tree_->parent(node))
        if (const auto row = rowOf(node)) return *row;
    return 0;
}

void TreeRows::setOpen(Node node, bool open) {
    if (open_[node] == static_cast<char>(open) || !hasChildren(node)) return;
    const auto row = rowOf(node);
    if (!row) {
        open_[node] = open;
        return;
    }
    std::vector<Node> seen;
    open_[node] = 1;
    appendVisible(node, seen);
    open_[node] = open;
    const auto after = rows_.begin() + static_cast<std::ptrdiff_t>(*row) + 1;
    if (open) {
        rows_.insert(after, seen.begin() + 1, seen.end());
    } else {
        rows_.erase(after, after + static_cast<std::ptrdiff_t>(seen.size()) - 1);
    }
}

void TreeRows::reveal(Node node) {
    bool changed = false;
    for (Node v = tree_->parent(node); v != SpanningTree::none; v = tree_->parent(v))
        changed |= !std::exchange(open_[v], 1);
    if (changed) rebuild();
}

void TreeRows::openToDepth(int depth) {
    for (Node v = 0; v < open_.size(); ++v)
        open_[v] = tree_->depth(v) < depth && hasChildren(v);
    rebuild();
}

void TreeRows::setOpenNodes(const std::vector<Node>& nodes) {
    std::fill(open_.begin(), open_.end(), 0);
    for (const Node v : nodes)
        if (v < open_.size() && hasChildren(v)) open_[v] = 1;
    rebuild();
}

std::vector<Node> TreeRows::openNodes() const {
    std::vector<Node> nodes;
    for (Node v = 0; v < open_.size(); ++v)
        if (open_[v]) nodes.push_back(v);
    return nodes;
}

}  // namespace horo::views
