// The numbers a disk can be coloured by.
#pragma once

#include <string>
#include <vector>

#include "core/data/workspace.h"
#include "views/disk/DiskSubject.h"

namespace horo::views {

struct DiskNumber {
    std::string key;   ///< as stored in settings: "depth", "radius" or "column:OBJECT:NAME"
    std::string name;  ///< as a person reads it
};

/// Depth in the tree, radius in the manifold, and columns of numbers of tables that have a row for each of
/// the embedding's, or a column of the items' names.
std::vector<DiskNumber> diskNumbers(const Workspace& workspace, const Embedding& embedding,
                                    const DiskSubject& subject);
/// One value a row, NaN where there is none; empty for a key that does not exist.
std::vector<double> diskNumberValues(const std::string& key, const Workspace& workspace,
                                     const Embedding& embedding, const DiskSubject& subject);

}  // namespace horo::views
