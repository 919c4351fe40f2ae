// Where this library lies: what belongs to it is found beside it, in a build as in an installation.
#pragma once

#include <filesystem>

namespace horo {

std::filesystem::path ownFolder();

}  // namespace horo
