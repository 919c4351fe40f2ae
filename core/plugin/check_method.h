// What every method owes, built in or from a plugin, tried on tiny inputs.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/method/run.h"

namespace horo {

/// One thing that was tried. `fault` is empty where the method did as it should.
struct MethodFinding {
    std::string method, check, fault;
};

/// The inputs that the method is tried on: its own sampleInputs(), else a sample of each input's first kind.
HOROCYCLE_EXPORT std::map<std::string, std::shared_ptr<const Object>> sampleObjects(const Method& method);

/// Declaration complete; defaults run on tiny inputs; cancel at the start and in the middle gives a partial
/// result or "cancelled"; empty inputs and rows of NaN give an error or a sound result; same seed, same data
/// where it says so; a session keeps the outcome. A run that does not come back within a minute is left
/// behind on its thread.
HOROCYCLE_EXPORT std::vector<MethodFinding> checkMethod(const Method& method);

}  // namespace horo
