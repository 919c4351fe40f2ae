// Numbers that the workspace knows about items: columns of tables, and how many rows speak of an item.
#pragma once

#include <string>
#include <vector>

#include "core/data/workspace.h"

namespace horo {

struct ItemNumber {
    std::string key;   ///< as stored in settings: "column:OBJECT:NAME" or "count:OBJECT:NAME"
    std::string name;  ///< as a person reads it
};

/// Columns of numbers of tables that have a row for each item, or a column of the items' names; and for
/// columns of text, and the labels of embeddings, that name some of the items: how many rows name each.
HOROCYCLE_EXPORT std::vector<ItemNumber> itemNumbers(const Workspace& workspace, const Items& items);
/// One value an item, NaN where there is none (counts: 0); empty for a key that does not exist.
HOROCYCLE_EXPORT std::vector<double> itemNumberValues(const std::string& key, const Workspace& workspace,
                                                      const Items& items);

}  // namespace horo
