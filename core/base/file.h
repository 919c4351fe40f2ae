// Files as bytes: read whole, written whole or not at all.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace horo {

/// The bytes of a file, or of standard input for "-". Error: missing, a folder, not readable, over `limit`.
HOROCYCLE_EXPORT Result<std::string> readFile(const std::filesystem::path& path,
                                              uint64_t limit = uint64_t{16} << 30);

/// Writes aside in the same folder, flushes to the disk, then renames: under the final name there is either
/// the old file or the whole new one, also when the disk is full or the process is killed.
HOROCYCLE_EXPORT Result<void> writeFile(const std::filesystem::path& path, std::string_view bytes);

/// Hexadecimal SHA-256 (OpenSSL).
HOROCYCLE_EXPORT std::string sha256(std::string_view bytes);

/// The same of bytes that come one after the other.
class HOROCYCLE_EXPORT Checksum {
public:
    Checksum();
    void add(std::string_view bytes);
    std::string hexadecimal();  ///< once, at the end

private:
    std::shared_ptr<void> state_;
};

/// SHA-256 of a file, read block by block.
HOROCYCLE_EXPORT Result<std::string> sha256OfFile(const std::filesystem::path& path);

/// A file and its SHA-256, which is computed beside the reading.
struct FileBytes {
    std::string bytes;
    std::string sha256;
};
HOROCYCLE_EXPORT Result<FileBytes> readFileAndChecksum(const std::filesystem::path& path,
                                                       uint64_t limit = uint64_t{16} << 30);
/// The first `limit` bytes of a file that is larger, without a checksum; else the file.
HOROCYCLE_EXPORT Result<FileBytes> readBeginning(const std::filesystem::path& path, uint64_t limit);

/// What `sha256sum FILE... | sha256sum` prints for the files of a folder in the order of their names.
HOROCYCLE_EXPORT std::string sha256OfFolder(
    const std::vector<std::pair<std::string, std::string>>& namesAndSums);

/// The first byte that is not valid UTF-8, or npos.
HOROCYCLE_EXPORT size_t firstInvalidUtf8(std::string_view text);

}  // namespace horo
