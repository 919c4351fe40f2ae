// From characters of a UTF-8 text to its bytes and back.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace horo::views {

/// Remembers how many characters begin before every thousandth byte; a question then reads a thousand bytes
/// at most. A character begins at each byte that continues none. The bytes must outlive it.
class CharacterIndex {
public:
    explicit CharacterIndex(std::string_view bytes);

    uint64_t size() const { return before_.back(); }
    /// The first byte of a character; the end of the text for `size()`.
    uint64_t byteOf(uint64_t character) const;
    /// The character that a byte belongs to.
    uint64_t characterAt(uint64_t byte) const;

private:
    std::string_view bytes_;
    std::vector<uint64_t> before_;  ///< characters that begin before each block of bytes, and in all
};

}  // namespace horo::views
