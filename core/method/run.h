// Running a method: checks before, a guard around, checks after.
#pragma once

#include <map>
#include <string>

#include "core/method/method.h"

namespace horo {

/// One run, complete enough to be done again.
struct Run {
    const Method* method = nullptr;
    std::map<std::string, std::shared_ptr<const Object>> inputs;  ///< by name
    Parameters parameters;
};

/// Error (usage): a missing or unknown input, or one of a kind that the method does not take.
HOROCYCLE_EXPORT Result<Inputs> checkInputs(
    const Declaration& declaration, const std::map<std::string, std::shared_ptr<const Object>>& inputs);

struct Finished {
    Outcome outcome;
    double seconds = 0;
    MadeBy madeBy;
};

/// Runs it on this thread. An exception becomes an Error (our bug), out of memory one of the input; numbers
/// that are not finite become undefined ones with a warning; an output with non-finite rows is refused.
HOROCYCLE_EXPORT Result<Finished> execute(const Run& run, Context& context);

}  // namespace horo
