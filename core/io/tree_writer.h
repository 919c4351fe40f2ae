// Hierarchies in formats that nest.
#pragma once

#include <string>
#include <string_view>

#include "core/hierarchy/hierarchy.h"

namespace horo {

/// Whether `ending` (with the dot) is one of these formats: .nwk .newick .tree, .json, .txt, .paths, .obo.
bool isTreeEnding(std::string_view ending);

/// The text of a hierarchy; it reads back the same. A node that is named by its path is written by its own
/// name. Error: all but .obo have no place for a second parent (the node is named).
Result<std::string> treeText(const Hierarchy& hierarchy, std::string_view ending);

}  // namespace horo
