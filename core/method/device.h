// Where a method computes.
#pragma once

#include <string>
#include <vector>

#include "core/method/declaration.h"

namespace horo {

/// "cpu" or "cuda" for a request of cpu, cuda or auto. Error: cuda is asked for and there is none, or the
/// method has no path for it. `auto` falls back to cpu and says why in `warnings`.
HOROCYCLE_EXPORT Result<std::string> chooseDevice(const std::string& wanted, const Declaration& declaration,
                                                  std::vector<std::string>& warnings);

/// Empty where CUDA can be used, else the reason in one line. Provided by the LibTorch part when it is
/// present.
HOROCYCLE_EXPORT std::string cudaAbsence();

}  // namespace horo
