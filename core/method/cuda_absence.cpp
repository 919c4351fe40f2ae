#include "core/method/device.h"

namespace horo {

std::string cudaAbsence() { return "this build has no LibTorch part"; }

}  // namespace horo
