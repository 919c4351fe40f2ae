// The part of Horocycle that needs LibTorch, opened when it is first asked for.
#pragma once

#include "core/base/result.h"

namespace horo {

/// Opens libhorocycle-torch, which lies beside this library and enters what it offers when it is opened. Does
/// nothing the second time. Error: built without LibTorch, or it cannot be loaded (the loader's reason).
HOROCYCLE_EXPORT Result<void> openTorchLibrary();

}  // namespace horo
