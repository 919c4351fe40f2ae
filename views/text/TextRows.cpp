#include "views/text/TextRows.h"

#include <algorithm>

#include "views/text/TextCells.h"

namespace horo::views {

namespace {

/// Printable ASCII only, so that a byte is a cell.
bool isPlain(std::string_view line) {
    unsigned odd = 0;
    for (const char byte : line)
        odd |= static_cast<unsigned char>(static_cast<unsigned char>(byte) - 0x20) > 0x5E;
    return odd == 0;
}

}  // namespace

TextRows::TextRows(std::string_view bytes, int columns, uint64_t begin, uint64_t end) : end_(end) {
    for (uint64_t at = begin; at < end;) {
        const uint64_t feed = std::min<uint64_t>(bytes.substr(0, end).find('\n', at), end);
        const bool carriageReturn = feed < end && feed > at && bytes[feed - 1] == '\r';
        lines_.push_back(starts_.size());
        breakLine(bytes, columns, at, feed - (carriageReturn ? 1 : 0));
        at = feed + 1;
    }
}

void TextRows::breakLine(std::string_view bytes, int columns, uint64_t begin, uint64_t end) {
    starts_.push_back(begin);
    const bool plain = isPlain(bytes.substr(begin, end - begin));
    const auto width = static_cast<uint64_t>(columns);
    if (plain) {
        for (uint64_t start = begin; end - start > width;) {
            const std::string_view second = bytes.substr(start + width / 2, width - width / 2);
            const size_t space = second.rfind(' ');
            start += space == std::string_view::npos ? width : width / 2 + space + 1;
            starts_.push_back(start);
        }
        return;
    }
    uint64_t start = begin, behindSpace = 0;
    int column = 0, spaceColumn = 0;
    for (uint64_t at = begin; at < end;) {
        const Decoded decoded = decodeAt(bytes, at);
        const int cells = cellsOf(decoded, column);
        if (column > 0 && column + cells > columns) {
            const uint64_t next = behindSpace > start && spaceColumn > columns / 2 ? behindSpace : at;
            starts_.push_back(next);
            at = start = next;
            column = 0;
            continue;
        }
        column += cells;
        at += static_cast<uint64_t>(decoded.bytes);
        if (decoded.character == ' ' || decoded.character == '\t') behindSpace = at, spaceColumn = column;
    }
}

TextRow TextRows::row(size_t i) const {
    const auto line = static_cast<size_t>(std::ranges::upper_bound(lines_, i) - lines_.begin()) - 1;
    return {starts_[i], i + 1 < starts_.size() ? starts_[i + 1] : end_, line, lines_[line] == i};
}

size_t TextRows::rowOf(uint64_t byte) const {
    const auto after = std::ranges::upper_bound(starts_, byte) - starts_.begin();
    return static_cast<size_t>(std::max<std::ptrdiff_t>(after - 1, 0));
}

}  // namespace horo::views
