// Kept selections as a table by item, and back.
#pragma once

#include "core/base/result.h"
#include "core/data/workspace.h"

namespace horo {

/// A row for each item that is selected, or where nothing is selected is in a kept selection: `id` (its
/// name), `label` (its class or its node's label, where any is known), `selected`, then a column of 0 and 1
/// for each kept selection, under its name. Items that no object of the workspace names are left out.
HOROCYCLE_EXPORT Table tagTable(const Workspace& workspace);

/// Adds the items that a table marks with a number other than 0, or a text other than empty, 0, no and false,
/// to the kept selections that its columns name; new names make new ones. Where the table has
/// no header, its first row is taken for it. Returns how many rows name an item.
/// Errors: there is no column `id`; no row names an item that is open.
HOROCYCLE_EXPORT Result<size_t> mergeTags(Workspace& workspace, const Table& given);

}  // namespace horo
