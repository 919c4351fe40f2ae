#include "views/text/TextCells.h"

#include <algorithm>
#include <array>

namespace horo::views {

namespace {

constexpr int tabStop = 8;

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// East Asian wide and fullwidth characters and pictures, by blocks.
bool isWide(int64_t c) {
    constexpr std::array<std::pair<int64_t, int64_t>, 10> wide{{{0x1100, 0x115F},
                                                                {0x2E80, 0x303E},
                                                                {0x3041, 0xA4CF},
                                                                {0xAC00, 0xD7A3},
                                                                {0xF900, 0xFAFF},
                                                                {0xFE30, 0xFE6F},
                                                                {0xFF00, 0xFF60},
                                                                {0xFFE0, 0xFFE6},
                                                                {0x1F300, 0x1FAFF},
                                                                {0x20000, 0x3FFFD}}};
    return c >= 0x1100 && std::ranges::any_of(
                              wide, [c](const auto& block) { return block.first <= c && c <= block.second; });
}

bool isControl(int64_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

bool isCombining(int64_t c) {
    if (c < 0x300) return false;
    const auto category = QChar::category(static_cast<char32_t>(c));
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing ||
           category == QChar::Other_Format;
}

}  // namespace

Decoded decodeAt(std::string_view bytes, uint64_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    if (first < 0x80) return {1, first};
    const int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + static_cast<uint64_t>(length) > bytes.size()) return {};
    int64_t character = first & (0x7F >> length);
    for (int i = 1; i < length; ++i) {
        if (!continues(bytes[at + static_cast<uint64_t>(i)])) return {};
        character = character << 6 | (bytes[at + static_cast<uint64_t>(i)] & 0x3F);
    }
    constexpr std::array<int64_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    if (character < least[static_cast<size_t>(length)] || surrogate || character > 0x10FFFF) return {};
    return {length, character};
}

int cellsOf(const Decoded& decoded, int column) {
    const int64_t c = decoded.character;
    if (c == '\t') return tabStop - column % tabStop;
    if (c < 0 || isControl(c)) return 4;
    if (isCombining(c)) return column == 0 ? 1 : 0;
    return isWide(c) ? 2 : 1;
}

std::vector<TextCell> textCells(std::string_view bytes, uint64_t begin, uint64_t end) {
    std::vector<TextCell> cells;
    int column = 0;
    for (uint64_t at = begin; at < end;) {
        const Decoded decoded = decodeAt(bytes, at);
        TextCell cell{at, std::min(at + static_cast<uint64_t>(decoded.bytes), end), column, 1, {}, {}};
        const bool pair = bytes[at] == '\r' && at + 1 < end && bytes[at + 1] == '\n';
        if (pair || bytes[at] == '\n') {
            cell.look = TextCell::Look::Break;
            cell.end = at + (pair ? 2 : 1);
        } else {
            cell.width = cellsOf(decoded, column);
            const int64_t c = decoded.character;
            if (c == ' ' || c == '\t') {
                cell.look = TextCell::Look::Space;
            } else if (c < 0 || isControl(c)) {
                cell.look = TextCell::Look::Spelled;
                const int code = c < 0 ? static_cast<unsigned char>(bytes[at]) : static_cast<int>(c);
                cell.glyph = QStringLiteral("\\x%1").arg(code, 2, 16, QLatin1Char('0')).toUpper();
                cell.glyph[1] = QLatin1Char('x');
            } else {
                const auto character = static_cast<char32_t>(c);
                cell.glyph = QString::fromUcs4(&character, 1);
            }
        }
        at = cell.end;
        if (cell.width == 0 && !cells.empty()) {
            cells.back().end = cell.end;
            cells.back().glyph += cell.glyph;
            continue;
        }
        column += cell.width;
        cells.push_back(std::move(cell));
    }
    return cells;
}

double columnOf(const std::vector<TextCell>& cells, uint64_t byte) {
    if (cells.empty() || byte <= cells.front().begin) return 0;
    const auto cell = std::ranges::upper_bound(cells, byte, {}, &TextCell::begin) - 1;
    const double share =
        static_cast<double>(byte - cell->begin) / static_cast<double>(cell->end - cell->begin);
    return cell->column + cell->width * std::min(share, 1.0);
}

uint64_t byteAt(const std::vector<TextCell>& cells, double column) {
    auto cell = std::ranges::upper_bound(
        cells, column, {}, [](const TextCell& each) { return static_cast<double>(each.column); });
    if (cell != cells.begin()) --cell;
    const double share = std::clamp((column - cell->column) / cell->width, 0.0, 1.0);
    const auto inside = static_cast<uint64_t>(share * static_cast<double>(cell->end - cell->begin));
    return cell->begin + std::min(inside, cell->end - cell->begin - 1);
}

}  // namespace horo::views
