// What a person changes by hand, as lines of text that can be done again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/data/embedding.h"
#include "core/hierarchy/hierarchy.h"

namespace horo {

/// "label <tab> item <tab> new label" or "move <tab> node <tab> new parent"; a later change of the same item
/// counts.
struct Change {
    enum class What { Label, Move };
    What what = What::Label;
    std::string item;   ///< its name
    std::string value;  ///< the label, or the name of the parent; empty: no parent, the node becomes a root
    bool operator==(const Change&) const = default;
};

/// Empty lines are passed over. Error: names the first line that is none of the two.
HOROCYCLE_EXPORT Result<std::vector<Change>> changesFromText(std::string_view text);
HOROCYCLE_EXPORT std::string textOf(const std::vector<Change>& changes);

/// The hierarchy with other labels and other parents: a moved node keeps what is below it and hangs at one
/// parent only. Names, and so what they link to, stay. Errors: an unknown node; a node moved below itself.
HOROCYCLE_EXPORT Result<std::shared_ptr<const Hierarchy>> changed(const Hierarchy& hierarchy,
                                                                  const std::vector<Change>& changes);

/// The embedding with other labels of its rows. Errors: an unknown row; a move; rows that
/// are not usable.
HOROCYCLE_EXPORT Result<std::shared_ptr<const Embedding>> changed(const Embedding& embedding,
                                                                  const std::vector<Change>& changes);

}  // namespace horo
