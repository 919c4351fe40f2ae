// Where the sections of a document begin.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/export.h"

namespace horo {

enum class HeadingStyle {
    Markdown,  ///< # to ######, or underlined by = or -; none inside of fenced code
    Html,      ///< <h1> to <h6>; none inside of comments, scripts and styles
    Numbered   ///< "2. Definitions", "2.1 Basic", "  0. Preamble" behind an empty line, in the order of the
               ///< numbers
};

struct Heading {
    uint64_t byte = 0;  ///< of its line, or of its tag
    int depth = 1;
    std::string title;  ///< on one line, without marks, tags and number
    bool operator==(const Heading&) const = default;
};

/// In the order of the text.
HOROCYCLE_EXPORT std::vector<Heading> headingsOf(std::string_view bytes, HeadingStyle style);

/// HTML where there is a heading's tag, else Markdown where there is a heading of it, else numbers; none
/// where none of them gives a heading.
HOROCYCLE_EXPORT std::optional<HeadingStyle> headingStyleOf(std::string_view bytes);

}  // namespace horo
