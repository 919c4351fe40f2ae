// What is known of items, by the names that expressions use.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/data/row_nodes.h"
#include "core/data/workspace.h"
#include "core/hierarchy/spanning_tree.h"

namespace horo {

/// A number, a text or a yes or no for each item.
using Fact = std::variant<std::vector<double>, std::vector<std::string>, std::vector<char>>;

/// The items of one object of a workspace: a hierarchy, or an embedding with the hierarchy that its rows are
/// nodes of or belong to.
///
/// name; of nodes, and of rows by their nodes, label, depth, height, leaves, size (nodes of the subtree),
/// children, parents, leaf, root; of rows radius, y (their labels) and the other columns of their file;
/// selected; and every column of numbers or text of a table that speaks of the items, by its name (or
/// "OBJECT.COLUMN" where two tables have it). Facts are made when they are first asked for.
class HOROCYCLE_EXPORT ItemFacts {
public:
    /// Null when the object has no items.
    static std::shared_ptr<const ItemFacts> of(const Workspace& workspace, const Object& object);

    const Items& items() const { return *items_; }
    /// All names, in the order in which a person wants them.
    std::vector<std::string> names() const;
    /// Null for a name that is not known.
    const Fact* find(const std::string& name) const;

    /// Items below (or above) the nodes of that name or label, these included; empty where there is no such
    /// node.
    std::optional<std::vector<char>> below(const std::string& name) const;
    std::optional<std::vector<char>> above(const std::string& name) const;
    /// Nodes at a depth, roots = 0.
    std::optional<std::vector<char>> level(int depth) const;
    /// Items of a kept selection.
    std::optional<std::vector<char>> kept(const std::string& name) const;
    std::vector<std::string> keptNames() const;

private:
    ItemFacts() = default;
    void addHierarchyFacts();
    void addTables(const Workspace& workspace);
    void offer(std::string name, std::function<Fact()> make);
    std::vector<Node> nodesNamed(const std::string& name) const;
    std::vector<char> rowsOf(const std::vector<char>& nodes) const;

    struct Entry {
        std::string name;
        std::function<Fact()> make;
        mutable std::optional<Fact> fact;
    };
    std::shared_ptr<const Items> items_;
    std::shared_ptr<const Hierarchy> hierarchy_;
    std::shared_ptr<const RowNodes> nodes_;  ///< null where the items are the nodes
    std::shared_ptr<const SpanningTree> tree_;
    std::vector<std::pair<std::string, Selection>> kept_;
    std::vector<Entry> entries_;
};

}  // namespace horo
