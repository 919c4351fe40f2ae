// A text or any other file as the bytes that it is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/export.h"

namespace horo {

/// Bytes as they are in the file, and the single texts in them: lines, or rows of a column. A line ends at LF
/// (a CR before it goes) and at nothing else; an empty line is a text; an LF at the very end starts none.
struct HOROCYCLE_EXPORT Text {
    /// From `begin` up to and without `end`, in bytes.
    struct Piece {
        uint64_t begin = 0, end = 0;
        bool operator==(const Piece&) const = default;
    };

    std::string bytes;
    std::vector<Piece> pieces;       ///< in order, apart from each other
    std::vector<std::string> names;  ///< id of each piece, or empty: then they are numbered from 0

    /// The bytes and their lines.
    static Text ofLines(std::string bytes);

    std::string_view piece(size_t i) const {
        return std::string_view(bytes).substr(pieces[i].begin, pieces[i].end - pieces[i].begin);
    }
    std::string name(size_t i) const { return names.empty() ? std::to_string(i) : names[i]; }
    bool operator==(const Text&) const = default;
};

/// Valid UTF-8 for any bytes: those that are none are spelled \xE9.
HOROCYCLE_EXPORT std::string legible(std::string_view bytes);

}  // namespace horo
