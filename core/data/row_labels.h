// Labels of rows from a table of ids and labels.
#pragma once

#include "core/data/items.h"
#include "core/data/table.h"

namespace horo {

/// The label of each item, in their order. The table's columns are `id` and `label`, which its first row may
/// name, or the first two. Errors: there are no two columns of texts; an id that stands twice, without a row,
/// or a row without a label, by name.
HOROCYCLE_EXPORT Result<std::vector<std::string>> rowLabels(const Items& items, const Table& table);

}  // namespace horo
