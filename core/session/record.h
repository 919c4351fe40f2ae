// A finished run becomes objects of a workspace.
#pragma once

#include <map>
#include <string>

#include "core/method/run.h"

namespace horo {

/// By name of the output, the file that it was written to: so that it is known again when it comes back as an
/// input.
using WrittenOutputs = std::map<std::string, Origin>;

/// Adds the inputs that are not there yet (same source and checksum = the same object), the outputs and, for
/// a method that gives only numbers, its report. Returns the id of the object of the first output.
HOROCYCLE_EXPORT std::string recordRun(Workspace& workspace, const Run& run, const Finished& finished,
                                       const WrittenOutputs& written = {});
/// Adds the outputs after the first, for a workspace that holds the first one with this provenance.
HOROCYCLE_EXPORT void recordOtherOutputs(Workspace& workspace, const Run& run, const Finished& finished,
                                         const MadeBy& made, const WrittenOutputs& written = {});

/// The name of what a run gives first, such as "Poincare 2-D" or "Reconstruction".
HOROCYCLE_EXPORT std::string nameOfOutput(const Declaration& declaration, const Outcome& outcome);

}  // namespace horo
