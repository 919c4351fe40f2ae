#include "core/data/text.h"

#include <fmt/format.h>

#include "core/base/file.h"

namespace horo {

Text Text::ofLines(std::string bytes) {
    Text text;
    for (size_t begin = 0; begin < bytes.size();) {
        const size_t feed = std::min(bytes.find('\n', begin), bytes.size());
        const bool carriageReturn = feed < bytes.size() && feed > begin && bytes[feed - 1] == '\r';
        text.pieces.push_back({begin, feed - (carriageReturn ? 1 : 0)});
        begin = feed + 1;
    }
    text.bytes = std::move(bytes);
    return text;
}

std::string legible(std::string_view bytes) {
    std::string text;
    while (true) {
        const size_t wrong = firstInvalidUtf8(bytes);
        text += bytes.substr(0, wrong);
        if (wrong == std::string::npos) return text;
        text += fmt::format("\\x{:02X}", static_cast<unsigned char>(bytes[wrong]));
        bytes.remove_prefix(wrong + 1);
    }
}

}  // namespace horo
