// Classes by what files call them.
#pragma once

#include <string>
#include <unordered_map>

#include "core/classifiers/class_tree.h"
#include "core/hierarchy/node_names.h"

namespace horo {

/// Finds nodes by name, alias, or the ending of exactly one path; remembers what it has found. The tree must
/// live on.
class HOROCYCLE_EXPORT ClassNames {
public:
    explicit ClassNames(const ClassTree& tree) : tree_(tree), names_(tree.hierarchy()) {}

    /// Error: no node, or several, which are named.
    Result<Node> find(const std::string& text);
    /// The nodes of a set, its members joined by `;`, ascending. A node whose name holds a `;` is one label.
    Result<std::vector<Node>> findSet(const std::string& text);

private:
    const ClassTree& tree_;
    NodeNames names_;
    std::unordered_map<std::string, Node> found_;
};

/// The node of each column of a table of scores.
struct HOROCYCLE_EXPORT ClassColumns {
    std::vector<Node> nodes;
    std::vector<Node> missing;  ///< leaves of the tree without a column
    std::vector<Node> inner;    ///< columns that are no leaves

    /// Error: a class that is no node or may be several, two columns of one node; all that are no node are
    /// counted and the first ones named.
    static Result<ClassColumns> match(const std::vector<std::string>& classes, const ClassTree& tree,
                                      ClassNames& names);
    /// Sentences about leaves without a column and columns of inner nodes.
    std::vector<std::string> warnings(const ClassTree& tree) const;
};

}  // namespace horo
