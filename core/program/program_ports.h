// Inputs, outputs and parameters of an outside program, as its description spells them.
#pragma once

#include "core/method/declaration.h"
#include "core/program/json_fields.h"

namespace horo {

/// Appends the ports of a list and the format of each: the one that is named, or the usual one of its first
/// kind. Faults go to `fields`: an unknown kind or format, a format that a kind cannot be written in.
void readProgramPorts(JsonFields& fields, const char* list, std::vector<Port>& ports,
                      std::vector<std::string>& formats);

/// Appends the parameters of a list, spelled as `methods --json` writes them.
void readProgramParameters(JsonFields& fields, const char* list, std::vector<Parameter>& parameters);

}  // namespace horo
