#include "views/text/CharacterIndex.h"

#include <algorithm>

namespace horo::views {

namespace {

constexpr uint64_t block = 1024;

bool begins(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

uint64_t beginsIn(std::string_view bytes) {
    return static_cast<uint64_t>(std::ranges::count_if(bytes, begins));
}

}  // namespace

CharacterIndex::CharacterIndex(std::string_view bytes) : bytes_(bytes) {
    uint64_t count = 0;
    for (uint64_t at = 0; at < bytes.size(); at += block) {
        before_.push_back(count);
        count += beginsIn(bytes.substr(at, block));
    }
    before_.push_back(count);
}

uint64_t CharacterIndex::byteOf(uint64_t character) const {
    if (character >= size()) return bytes_.size();
    const auto place =
        static_cast<uint64_t>(std::ranges::upper_bound(before_, character) - before_.begin()) - 1;
    uint64_t left = character - before_[place];
    for (uint64_t at = place * block; at < bytes_.size(); ++at)
        if (begins(bytes_[at]) && left-- == 0) return at;
    return bytes_.size();
}

uint64_t CharacterIndex::characterAt(uint64_t byte) const {
    const uint64_t place = byte / block;
    const uint64_t until = before_[place] + beginsIn(bytes_.substr(place * block, byte % block + 1));
    return until == 0 ? 0 : until - 1;
}

}  // namespace horo::views
