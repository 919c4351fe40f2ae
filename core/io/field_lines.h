// The records of a csv or tsv file, one after the other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/io/byte_blocks.h"

namespace horo {

/// Fields are parted by one character; one may stand in double quotes ("" = one quote; separators and line
/// ends inside belong to it). Empty lines are left out.
class HOROCYCLE_EXPORT FieldLines {
public:
    /// Without `quotes` a quote is a letter like others, as in lists of words.
    FieldLines(TextLines lines, char separator, bool quotes = true)
        : lines_(std::move(lines)), separator_(separator), quotes_(quotes) {}

    /// The fields of the next record, valid until the next call. False: no more; or error().
    bool next(std::vector<std::string_view>& fields);
    const std::optional<Error>& error() const { return error_; }
    size_t number() const { return number_; }  ///< line of the record's beginning, from 1
    std::string place() const { return lines_.place(); }
    const ByteBlocks& blocks() const { return lines_.blocks(); }
    std::string sha256() { return lines_.sha256(); }

private:
    bool splitQuoted(std::string_view record, std::vector<std::string_view>& fields);

    TextLines lines_;
    char separator_;
    bool quotes_;
    size_t number_ = 0;
    std::vector<std::string> unquoted_;
    std::optional<Error> error_;
};

/// The separator of a first line: a tab, a comma or a semicolon, whichever stands most often outside quotes;
/// else a space.
HOROCYCLE_EXPORT char separatorOf(std::string_view line);

}  // namespace horo
