// Runs the provenance of a workspace again and says what differs.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/method/run.h"

namespace horo {

struct ReplayStep {
    std::string object;  ///< name of the object that was made again
    bool same = true;
    /// Key -> old and new value; "output" where the data themselves differ.
    std::map<std::string, std::pair<nlohmann::json, nlohmann::json>> differences;
    Payload output;
    double seconds = 0;
};

struct ReplayResult {
    std::vector<ReplayStep> steps;
    std::vector<std::string> warnings;
};

/// Sources are read again where they can be found and have the same checksum; else the session's own copy is
/// taken, with a warning. Speeds and memory are not compared. `makeContext` gives each run its context.
HOROCYCLE_EXPORT Result<ReplayResult> replay(
    const Workspace& workspace,
    const std::function<std::unique_ptr<Context>(const Conditions&)>& makeContext);

}  // namespace horo
