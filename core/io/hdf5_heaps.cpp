#include "core/io/hdf5_heaps.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace horo {

namespace {

constexpr std::string_view signature{"GCOL\1\0\0\0", 8};  // with the version, and what is reserved
constexpr uint64_t headerBytes = 16;                      // of a heap, and of an object in it
constexpr size_t blockBytes = size_t{4} << 20;

uint64_t numberAt(const char* bytes, size_t size) {
    uint64_t number = 0;
    std::memcpy(&number, bytes, size);
    return number;
}

/// Walks the objects of the heap that starts at `begin`.
bool heapEnds(std::istream& file, uint64_t begin) {
    char header[headerBytes];
    const auto read = [&](uint64_t at) {
        file.clear();
        return file.seekg(static_cast<std::streamoff>(at)) && file.read(header, headerBytes);
    };
    if (!read(begin)) return true;  // cut off: the library says so itself
    const uint64_t size = numberAt(header + 8, 8);
    for (uint64_t at = headerBytes; at < size && size - at >= headerBytes;) {
        if (!read(begin + at)) return true;
        const bool isFree = numberAt(header, 2) == 0;
        const uint64_t length = numberAt(header + 8, 8);
        if (length > size - at) return false;
        const uint64_t taken = isFree ? length : headerBytes + (length + 7) / 8 * 8;
        if (taken == 0 || taken > size - at) return false;
        at += taken;
    }
    return true;
}

}  // namespace

bool globalHeapsEnd(std::istream& file) {
    std::string block(blockBytes, '\0');
    for (uint64_t start = 0;;) {
        file.clear();
        file.seekg(static_cast<std::streamoff>(start));
        file.read(block.data(), static_cast<std::streamsize>(block.size()));
        const std::string_view seen(block.data(),
                                    static_cast<size_t>(std::max<std::streamsize>(file.gcount(), 0)));
        for (size_t at = seen.find(signature); at != seen.npos; at = seen.find(signature, at + 1))
            if (!heapEnds(file, start + at)) return false;
        if (seen.size() < block.size()) return true;
        start += seen.size() - signature.size() + 1;
    }
}

}  // namespace horo
