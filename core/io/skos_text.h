// Hierarchies as SKOS.
#pragma once

#include <string>

#include "core/hierarchy/hierarchy.h"

namespace horo {

/// One skos:Concept a node, in Turtle: its name as notation and end of the IRI, its label, its gloss as
/// definition, its parents as broader concepts. Reads back the same, several parents included.
std::string skosText(const Hierarchy& hierarchy);

}  // namespace horo
