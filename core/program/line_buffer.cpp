#include "core/program/line_buffer.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/data/text.h"

namespace horo {

void LineBuffer::add(std::string_view bytes, const Take& take) {
    while (!bytes.empty()) {
        if (returned_ && bytes.front() != '\n') {
            line_.clear();
            cut_ = false;
        }
        returned_ = false;
        const size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
        const size_t kept = std::min(end, longest - line_.size());
        line_ += bytes.substr(0, kept);
        cut_ = cut_ || kept < end;
        if (end == bytes.size()) return;
        if (bytes[end] == '\n') give(take);
        returned_ = bytes[end] == '\r';
        bytes.remove_prefix(end + 1);
    }
}

void LineBuffer::end(const Take& take) {
    if (!line_.empty()) give(take);
}

void LineBuffer::give(const Take& take) {
    if (cut_) line_ += "...";
    take(line_);
    line_.clear();
    cut_ = false;
}

std::string printable(std::string_view line) {
    std::string text;
    for (const char c : legible(line)) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\t') || byte == 0x7F)
            text += fmt::format("\\x{:02X}", byte);
        else
            text += c;
    }
    return text;
}

}  // namespace horo
