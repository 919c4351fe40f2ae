#include "views/disk/DiskSubject.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace horo::views {

DiskSubject::DiskSubject(const Embedding& embedding, std::shared_ptr<const Hierarchy> hierarchy,
                         std::shared_ptr<const SpanningTree> tree)
    : items_(embedding.items), hierarchy_(std::move(hierarchy)), tree_(std::move(tree)) {
    const auto n = static_cast<uint32_t>(size());
    order_.resize(n);
    std::iota(order_.begin(), order_.end(), 0u);
    selected_.assign(n, 0);
    if (!hierarchy_ || !tree_) {
        takeClasses(embedding.labels);
        return;
    }

    const auto nodes = static_cast<Node>(hierarchy_->size());
    RowNodes found(embedding, *hierarchy_);
    nodeOf_ = std::move(found.nodes), byLabel_ = found.byLabel;
    if (byLabel_) return;
    rowOf_.assign(nodes, none), parentRow_.assign(n, none);
    for (uint32_t row = 0; row < n; ++row)
        if (nodeOf_[row] != SpanningTree::none) rowOf_[nodeOf_[row]] = row;
    // In preorder the nearest ancestor with a row is known before its descendants ask for it.
    std::vector<uint32_t> nearest(nodes, none);
    for (const Node v : tree_->preorder()) {
        const uint32_t above = tree_->parent(v) == SpanningTree::none ? none : nearest[tree_->parent(v)];
        nearest[v] = rowOf_[v] != none ? rowOf_[v] : above;
        if (rowOf_[v] == none || above == none) continue;
        parentRow_[rowOf_[v]] = above;
        ++edgeCount_;
    }
    std::stable_sort(order_.begin(), order_.end(),
                     [&](uint32_t a, uint32_t b) { return subtreeSize(a) < subtreeSize(b); });
}

void DiskSubject::takeClasses(const std::vector<std::string>& labels) {
    if (labels.size() != size()) return;
    std::unordered_map<std::string_view, uint32_t> known;
    for (const std::string& label : labels) {
        const auto [entry, fresh] = known.try_emplace(label, static_cast<uint32_t>(known.size()));
        if (fresh) classes_.push_back(label);
        classOf_.push_back(entry->second);
        if (known.size() > mostClasses) return classes_.clear(), classOf_.clear();
    }
}

uint32_t DiskSubject::regionOf(uint32_t row, int level) const {
    if (!classOf_.empty()) return classOf_[row];
    const Node node = byLabel_ ? nodeOf(row) : SpanningTree::none;
    return node == SpanningTree::none ? none : tree_->ancestorAt(node, level);
}

const std::string& DiskSubject::label(uint32_t row) const {
    return isNode(row) ? hierarchy_->label(nodeOf(row)) : items_->name(row);
}

std::vector<uint32_t> DiskSubject::sample(size_t limit) const {
    const size_t n = size();
    if (n <= limit) return order_;
    std::vector<char> taken(n, 0);
    size_t count = 0;
    const auto takeWithAncestors = [&](uint32_t row) {
        for (; row != none && !taken[row] && count < limit; row = parentRow(row))
            taken[row] = 1, ++count;
    };
    for (size_t i = n; i-- > 0 && count < limit / 2;)
        takeWithAncestors(order_[i]);
    // An even step along the preorder takes from every branch in proportion to its size.
    const auto rowAt = [&](size_t place) {
        return place < nodeCount() ? rowOf_[tree_->preorder()[place]] : static_cast<uint32_t>(place);
    };
    const size_t places = nodeCount() > 0 ? nodeCount() : n;
    const size_t step = std::max<size_t>(1, places / std::max<size_t>(1, limit / 2));
    for (size_t place = step / 2; place < places && count < limit; place += step)
        if (const uint32_t row = rowAt(place); row != none) takeWithAncestors(row);
    std::vector<uint32_t> rows;
    rows.reserve(count);
    for (const uint32_t row : order_)
        if (taken[row]) rows.push_back(row);
    return rows;
}

void DiskSubject::select(const Selection& selection) {
    std::fill(selected_.begin(), selected_.end(), 0);
    selectedRows_.clear();
    focus_ = none;
    std::vector<char> chosen(byLabel_ ? hierarchy_->size() : 0);
    for (const ItemId id : selection.ids()) {
        if (const auto row = items_ ? items_->rowOf(id) : std::nullopt) selected_[*row] = 1;
        if (const auto node = byLabel_ ? hierarchy_->items()->rowOf(id) : std::nullopt) chosen[*node] = 1;
    }
    for (uint32_t row = 0; row < size(); ++row) {
        if (byLabel_ && nodeOf_[row] != SpanningTree::none && chosen[nodeOf_[row]]) selected_[row] = 1;
        if (selected_[row]) selectedRows_.push_back(row);
    }
    anySelected_ = !selectedRows_.empty();
    if (const auto row = items_ ? items_->rowOf(selection.focus()) : std::nullopt)
        focus_ = static_cast<uint32_t>(*row);
}

}  // namespace horo::views
