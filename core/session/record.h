// A finished run becomes objects of a workspace.
#pragma once

#include <string>

#include "core/method/run.h"

namespace horo {

/// Adds the inputs that are not there yet (same source and checksum = the same object), the output and, for a
/// method that gives only numbers, its report. `written` = the file that the output was written to, so that
/// it is known again when it comes back as an input. Returns the id of the new object.
HOROCYCLE_EXPORT std::string recordRun(Workspace& workspace, const Run& run, const Finished& finished,
                                       const Origin& written = {});

/// The name of what a run gives, such as "Poincare 2-D" or "Reconstruction".
HOROCYCLE_EXPORT std::string nameOfOutput(const Declaration& declaration, const Outcome& outcome);

}  // namespace horo
