// What a disk shows: points, the tree over them, colours and which are selected.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/data/row_nodes.h"
#include "core/data/selection.h"
#include "core/hierarchy/spanning_tree.h"
#include "views/disk/DiskChart.h"

namespace horo::views {

/// Everything by row of the embedding. Made on the thread that owns the view; moving points replaces `points`
/// alone.
class DiskSubject {
public:
    static constexpr uint32_t none = ~uint32_t{0};

    DiskSubject() = default;
    /// `hierarchy` and `tree` may both be null: then the rows are plain points, of classes where they have
    /// labels of at most `mostClasses` kinds.
    static constexpr size_t mostClasses = 200;
    DiskSubject(const Embedding& embedding, std::shared_ptr<const Hierarchy> hierarchy,
                std::shared_ptr<const SpanningTree> tree);

    size_t size() const { return items_ ? items_->size() : 0; }
    const Items& items() const { return *items_; }
    const Hierarchy* hierarchy() const { return hierarchy_.get(); }
    const SpanningTree* tree() const { return tree_.get(); }
    /// The node that a row is, or belongs to.
    Node nodeOf(uint32_t row) const { return nodeOf_.empty() ? SpanningTree::none : nodeOf_[row]; }
    bool isNode(uint32_t row) const { return !byLabel_ && nodeOf(row) != SpanningTree::none; }
    /// Whether rows belong to nodes by their labels.
    bool byLabel() const { return byLabel_; }
    uint32_t rowOf(Node node) const { return rowOf_.empty() ? none : rowOf_[node]; }
    /// Row of the nearest ancestor that has one.
    uint32_t parentRow(uint32_t row) const { return parentRow_.empty() ? none : parentRow_[row]; }
    uint32_t subtreeSize(uint32_t row) const { return isNode(row) ? tree_->subtreeSize(nodeOf_[row]) : 1; }
    int depth(uint32_t row) const {
        return nodeOf(row) == SpanningTree::none ? 0 : tree_->depth(nodeOf_[row]);
    }
    /// The name that a person reads: of its node, or its own.
    const std::string& label(uint32_t row) const;
    size_t edgeCount() const { return edgeCount_; }

    /// Whether rows are no nodes but belong to some, or to classes.
    bool hasRegions() const { return byLabel_ || !classOf_.empty(); }
    /// The node at `level` above that of a row, or its own where that is higher; else its class; or none.
    uint32_t regionOf(uint32_t row, int level) const;
    const std::string& regionName(uint32_t region) const {
        return byLabel_ ? hierarchy_->label(region) : classes_[region];
    }

    /// Rows from small subtrees to large ones: the order in which they are painted.
    const std::vector<uint32_t>& order() const { return order_; }
    /// At most `limit` rows, in painting order: the largest subtrees, an even share of every branch, and with
    /// each row all that lies above it.
    std::vector<uint32_t> sample(size_t limit) const;

    DiskPoints points;
    std::vector<uint32_t> colours;  ///< ARGB of each row
    /// Rows that are selected, and those that belong to a selected node.
    void select(const Selection& selection);
    bool isSelected(uint32_t row) const { return anySelected_ && selected_[row]; }
    bool anySelected() const { return anySelected_; }
    uint32_t focusRow() const { return focus_; }
    const std::vector<uint32_t>& selectedRows() const { return selectedRows_; }

private:
    size_t nodeCount() const { return rowOf_.size(); }
    void takeClasses(const std::vector<std::string>& labels);

    std::shared_ptr<const Items> items_;
    std::shared_ptr<const Hierarchy> hierarchy_;
    std::shared_ptr<const SpanningTree> tree_;
    std::vector<Node> nodeOf_;
    std::vector<uint32_t> rowOf_, parentRow_, order_, selectedRows_;
    std::vector<char> selected_;
    std::vector<std::string> classes_;
    std::vector<uint32_t> classOf_;
    size_t edgeCount_ = 0;
    bool anySelected_ = false, byLabel_ = false;
    uint32_t focus_ = none;
};

}  // namespace horo::views
