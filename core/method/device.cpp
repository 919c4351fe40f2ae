#include "core/method/device.h"

#include <fmt/format.h>

namespace horo {

Result<std::string> chooseDevice(const std::string& wanted, const Declaration& declaration,
                                 std::vector<std::string>& warnings) {
    if (wanted == "cpu") return wanted;
    const std::string absence =
        declaration.gpu ? cudaAbsence() : fmt::format("{} has no path for CUDA", declaration.id);
    if (absence.empty()) return std::string("cuda");
    if (wanted == "auto") {
        if (declaration.gpu) warnings.push_back("computed on the CPU: " + absence);
        return std::string("cpu");
    }
    return inputError(fmt::format("there is no CUDA device for this: {}", absence),
                      "use --device cpu or auto");
}

}  // namespace horo
