// One run of an outside program.
#pragma once

#include "core/method/method.h"
#include "core/program/program_description.h"

namespace horo {

/// See programMethod. Error: the program is not here, failed, was silent for too long, wrote no or no
/// readable output; cancelled, where it was stopped without leaving anything whole.
Result<Outcome> runProgram(const ProgramDescription& description, const Inputs& inputs,
                           const Parameters& parameters, Context& context);

}  // namespace horo
