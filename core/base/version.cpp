#include "core/base/version.h"

namespace horo {

std::string versionText() {
    return HOROCYCLE_VERSION;
}

}  // namespace horo
