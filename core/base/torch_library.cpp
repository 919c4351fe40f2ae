#include "core/base/torch_library.h"

#include <dlfcn.h>

#include <filesystem>
#include <mutex>
#include <string>

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
    Dl_info own{};
    dladdr(reinterpret_cast<const void*>(&openTorchLibrary), &own);
    const auto path = std::filesystem::path(own.dli_fname).parent_path() / "libhorocycle-torch.so";
    if (dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL) == nullptr) {
        const char* reason = dlerror();
        return inputError("LibTorch cannot be used: " + std::string(reason ? reason : path.string()),
                          "install Horocycle with LibTorch, or choose the processor (cpu)");
    }
    open = true;
    return {};
}

}  // namespace horo
