// A text broken into rows of a given width.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace horo::views {

/// One row on the screen, in bytes of the text; `end` is where the next one begins.
struct TextRow {
    uint64_t begin = 0, end = 0;
    size_t line = 0;     ///< from 0
    bool opens = false;  ///< the first row of its line
};

/// Lines end at LF; those that are wider than `columns` go on in the next row, behind a space where there is
/// one in their second half. One pass: some ms for a megabyte.
class TextRows {
public:
    /// Of the bytes `begin` to `end` (without end); positions count from the start of `bytes`.
    TextRows(std::string_view bytes, int columns, uint64_t begin, uint64_t end);
    TextRows(std::string_view bytes, int columns) : TextRows(bytes, columns, 0, bytes.size()) {}

    size_t size() const { return starts_.size(); }
    size_t lines() const { return lines_.size(); }
    TextRow row(size_t i) const;
    /// The row that holds a byte; the last one behind the end. There must be a row.
    size_t rowOf(uint64_t byte) const;

private:
    void breakLine(std::string_view bytes, int columns, uint64_t begin, uint64_t end);

    std::vector<uint64_t> starts_;  ///< of each row
    std::vector<size_t> lines_;     ///< first row of each line
    uint64_t end_ = 0;
};

}  // namespace horo::views
