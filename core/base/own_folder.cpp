#include "core/base/own_folder.h"

#include <dlfcn.h>

namespace horo {

std::filesystem::path ownFolder() {
    Dl_info own{};
    dladdr(reinterpret_cast<const void*>(&ownFolder), &own);
    return std::filesystem::path(own.dli_fname).parent_path();
}

}  // namespace horo
