// LibTorch's part for CUDA, opened at run time.
#pragma once

#include "core/base/result.h"

namespace horo {

/// Opens libtorch_cuda from the folder of libtorch_cpu. Error: a library that is missing (the loader's
/// reason), or no device.
Result<void> openCuda();

}  // namespace horo
