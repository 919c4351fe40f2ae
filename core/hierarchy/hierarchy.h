// A directed acyclic graph of named nodes.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/data/items.h"

namespace horo {

using Node = uint32_t;

/// Several parents and several roots are allowed. Immutable; node v is item v.
class HOROCYCLE_EXPORT Hierarchy {
public:
    struct Edge {
        Node parent, child;
        auto operator<=>(const Edge&) const = default;
    };
    /// What a person reads instead of the node's name; each either empty or one entry a node.
    struct Texts {
        std::vector<std::string> labels;
        std::vector<std::string> glosses;
        std::vector<std::string> aliases;  ///< another name that finds the node, not shown
    };

    /// Builds the compressed adjacency. The order of edges is the order of children and of parents (the
    /// first parent is the primary one). A duplicate edge counts once and a self edge is dropped, both
    /// with a warning. Error: a cycle (its nodes named), or an edge to a node that does not exist.
    static Result<std::shared_ptr<const Hierarchy>> create(std::shared_ptr<const Items> items,
                                                           std::vector<Edge> edges, Texts texts = {},
                                                           std::vector<std::string> warnings = {});

    size_t size() const { return items_->size(); }
    size_t edgeCount() const { return children_.size(); }
    const std::shared_ptr<const Items>& items() const { return items_; }
    const std::string& name(Node v) const { return items_->name(v); }
    /// What to show: the label, or the name.
    const std::string& label(Node v) const { return texts_.labels.empty() ? name(v) : texts_.labels[v]; }
    /// A sentence about the node, or an empty text.
    const std::string& gloss(Node v) const;
    const Texts& texts() const { return texts_; }

    std::span<const Node> children(Node v) const { return slice(children_, childStart_, v); }
    std::span<const Node> parents(Node v) const { return slice(parents_, parentStart_, v); }
    std::span<const Node> roots() const { return roots_; }
    bool isLeaf(Node v) const { return childStart_[v] == childStart_[v + 1]; }
    bool isRoot(Node v) const { return parentStart_[v] == parentStart_[v + 1]; }
    size_t leafCount() const { return leafCount_; }
    size_t multiParentCount() const { return multiParentCount_; }

    /// Parents before children; roots in their order first.
    std::span<const Node> topologicalOrder() const { return order_; }
    /// Edges on the shortest way to a root.
    int depth(Node v) const { return depth_[v]; }
    /// Edges on the longest way down to a leaf.
    int height(Node v) const { return height_[v]; }
    /// Edges on the longest path of the hierarchy.
    int maxDepth() const { return maxDepth_; }

    std::vector<Edge> edges() const;
    /// What was dropped or inferred on the way in, in sentences.
    const std::vector<std::string>& warnings() const { return warnings_; }

private:
    Hierarchy() = default;
    static std::span<const Node> slice(const std::vector<Node>& all, const std::vector<uint32_t>& start,
                                       Node v) {
        return {all.data() + start[v], all.data() + start[v + 1]};
    }

    std::shared_ptr<const Items> items_;
    Texts texts_;
    std::vector<uint32_t> childStart_, parentStart_;
    std::vector<Node> children_, parents_, roots_, order_;
    std::vector<int> depth_, height_;
    size_t leafCount_ = 0, multiParentCount_ = 0;
    int maxDepth_ = 0;
    std::vector<std::string> warnings_;
};

}  // namespace horo
