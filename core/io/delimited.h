// Lines of fields: tsv, csv, or parted by spaces.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace horo {

struct DelimitedLine {
    std::vector<std::string> fields;
    size_t number = 0;  ///< in the file, from 1
};

struct Delimited {
    std::vector<DelimitedLine> lines;  ///< without empty ones
    char separator = '\t';             ///< '\t', ',' or ' ' (any run of spaces)
};

/// The separator of the first line that has one: a tab, else a comma, else spaces.
HOROCYCLE_EXPORT char detectSeparator(std::string_view text);

/// Splits; a field of tsv and csv may stand in double quotes ("" = one quote; commas and line ends inside
/// belong to it). CR before LF goes. Error: a quote that is never closed (line named).
HOROCYCLE_EXPORT Result<Delimited> splitDelimited(std::string_view text, char separator);

/// A field as it must be written so that it reads back the same.
HOROCYCLE_EXPORT std::string quoteField(const std::string& field, char separator);

}  // namespace horo
