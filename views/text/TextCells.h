// Characters of a text in the cells of a monospaced grid.
#pragma once

#include <QString>
#include <cstdint>
#include <string_view>
#include <vector>

namespace horo::views {

/// One character at its place in a row, with the combining ones that stand on it.
struct TextCell {
    enum class Look {
        Plain,
        Space,    ///< space or tab: nothing to draw
        Break,    ///< the end of a line, LF or CR LF
        Spelled,  ///< a control character or a byte that is no UTF-8, spelled "\x07"
    };
    uint64_t begin = 0, end = 0;  ///< in bytes of the text
    int column = 0, width = 1;    ///< in cells
    Look look = Look::Plain;
    QString glyph;
};

/// What stands at a byte: how many bytes, which character (or -1 for a byte that is no UTF-8).
struct Decoded {
    int bytes = 1;
    int64_t character = -1;
};
Decoded decodeAt(std::string_view bytes, uint64_t at);

/// Cells that a character takes in a row that has come to `column`: tabs go to the next multiple of 8, wide
/// characters take two, combining ones none.
int cellsOf(const Decoded& decoded, int column);

/// The cells of a row that begins and ends at these bytes; `end` may stand behind the row's line break.
std::vector<TextCell> textCells(std::string_view bytes, uint64_t begin, uint64_t end);

/// Where a byte of the row stands, in columns; inside of a character by its share of the bytes.
double columnOf(const std::vector<TextCell>& cells, uint64_t byte);
/// The byte at a column; the row's last one right of its end. The row must not be empty.
uint64_t byteAt(const std::vector<TextCell>& cells, double column);

}  // namespace horo::views
