#include "core/embedding/torch/cuda_library.h"

#include <ATen/Context.h>
#include <dlfcn.h>

#include <filesystem>
#include <string>

#include "core/base/torch_library.h"

namespace horo {

Result<void> openCuda() {
    const std::string advice = "choose the processor (cpu), or install Horocycle with --cuda";
    if (!at::hasCUDA()) {
        Dl_info torch{};
        dladdr(reinterpret_cast<const void*>(&at::globalContext), &torch);
        const auto path = std::filesystem::path(torch.dli_fname).parent_path() / "libtorch_cuda.so";
        if (dlopen(path.c_str(), RTLD_NOW | RTLD_GLOBAL) == nullptr) {
            const char* reason = dlerror();
            return inputError("CUDA cannot be used: " + std::string(reason ? reason : path.string()), advice);
        }
    }
    if (!at::hasCUDA()) return inputError("CUDA cannot be used: there is no device", advice);
    return {};
}

namespace {

[[maybe_unused]] const bool entered = [] {
    cudaCheck() = [] {
        const auto opened = openCuda();
        return opened ? std::string() : opened.error().cause;
    };
    return true;
}();

}  // namespace

}  // namespace horo
