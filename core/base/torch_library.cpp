#include "core/base/torch_library.h"

#include <dlfcn.h>

#include <mutex>
#include <string>

#include "core/base/own_folder.h"

namespace horo {

CudaCheck& cudaCheck() {
    static CudaCheck check = nullptr;
    return check;
}

Result<void> openTorchLibrary() {
    static std::mutex mutex;
    static bool open = false;
    const std::lock_guard lock(mutex);
    if (open) return {};
    const auto path = ownFolder() / "libhorocycle-torch.so";
    if (dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL) == nullptr) {
        const char* reason = dlerror();
        return inputError("LibTorch cannot be used: " + std::string(reason ? reason : path.string()),
                          "install Horocycle with LibTorch, or choose the processor (cpu)");
    }
    open = true;
    return {};
}

}  // namespace horo
