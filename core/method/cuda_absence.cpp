#include "core/base/torch_library.h"
#include "core/method/device.h"

namespace horo {

std::string cudaAbsence() {
    if (const auto opened = openTorchLibrary(); !opened) return opened.error().cause;
    return cudaCheck() ? cudaCheck()() : "the LibTorch part has no CUDA check";
}

}  // namespace horo
