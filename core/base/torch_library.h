// The part of Horocycle that needs LibTorch, opened when it is first asked for.
#pragma once

#include <string>

#include "core/base/result.h"

namespace horo {

/// Opens libhorocycle-torch, which lies beside this library and enters what it offers when it is opened. Does
/// nothing the second time. Error: built without LibTorch, or it cannot be loaded (the loader's reason).
HOROCYCLE_EXPORT Result<void> openTorchLibrary();

/// Set by libhorocycle-torch when it is opened: returns an empty text where CUDA works, else why it does not.
using CudaCheck = std::string (*)();
HOROCYCLE_EXPORT CudaCheck& cudaCheck();

}  // namespace horo
