// The numbers a disk can be coloured by.
#pragma once

#include <string>
#include <vector>

#include "core/data/item_numbers.h"
#include "views/disk/DiskSubject.h"

namespace horo::views {

/// Depth in the tree, radius in the manifold, and columns of numbers of tables that have a row for each of
/// the embedding's, or a column of the items' names.
std::vector<ItemNumber> diskNumbers(const Workspace& workspace, const Embedding& embedding,
                                    const DiskSubject& subject);
/// One value a row, NaN where there is none; empty for a key that does not exist.
std::vector<double> diskNumberValues(const std::string& key, const Workspace& workspace,
                                     const Embedding& embedding, const DiskSubject& subject);

}  // namespace horo::views
