// Zip archives in memory (libzip): npz files and sessions.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace horo {

/// The files of a zip by name. Error: no zip, damaged, encrypted, or members that unpack to more than `limit`
/// bytes in all (a zip bomb).
HOROCYCLE_EXPORT Result<std::map<std::string, std::string>> unpackArchive(std::string_view bytes,
                                                                          const std::string& place,
                                                                          uint64_t limit = uint64_t{16}
                                                                                           << 30);

/// A zip of the files, in the order of their names and with a fixed date, so that equal files give equal
/// bytes.
HOROCYCLE_EXPORT Result<std::string> packArchive(const std::map<std::string, std::string>& files,
                                                 bool compress);

}  // namespace horo
