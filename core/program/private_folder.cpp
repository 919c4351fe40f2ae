#include "core/program/private_folder.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>

namespace horo {

Result<PrivateFolder> PrivateFolder::create() {
    std::error_code fault;
    const auto parent = std::filesystem::temp_directory_path(fault);
    if (fault)
        return inputError("there is no folder for temporary files",
                          "set TMPDIR to one that you may write to");
    std::string name = (std::filesystem::canonical(parent, fault) / "horocycle-run-XXXXXX").string();
    if (fault || !::mkdtemp(name.data()))
        return inputError(std::string("no temporary folder can be made: ") + std::strerror(errno),
                          "free some space there, or set TMPDIR to another folder", parent.string());
    return PrivateFolder(name);
}

PrivateFolder::PrivateFolder(PrivateFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace horo
