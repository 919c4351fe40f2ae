// Hierarchies in formats that nest.
#pragma once

#include <string>
#include <string_view>

#include "core/hierarchy/hierarchy.h"

namespace horo {

/// Whether `ending` (with the dot) is one of these formats: .nwk .newick .tree, .json, .txt, .paths, .obo,
/// .ttl.
bool isTreeEnding(std::string_view ending);

/// The text of a hierarchy; it reads back the same. A node that is named by its path is written by its own
/// name. Error: all but .obo and .ttl have no place for a second parent (the node is named); paths of more
/// than 1 GB together.
Result<std::string> treeText(const Hierarchy& hierarchy, std::string_view ending);

/// Lineages: a head line level_1, level_2..., then the way to each leaf. Error: as treeText.
Result<std::string> lineageText(const Hierarchy& hierarchy, char separator);

}  // namespace horo
