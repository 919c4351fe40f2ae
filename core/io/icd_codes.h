// Codes of the ICD: A00.1, and ranges of them: A00-B99.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace horo {

struct IcdCode {
    std::string key;      ///< without the point, upper case; of a range, its first category
    std::string last;     ///< of a range, its last category; else empty
    std::string written;  ///< as in the file
    std::string label, gloss;
    size_t category = 3;  ///< characters of `key` that are the category
    size_t line = 0;      ///< 0 = not in the file

    bool isRange() const { return !last.empty(); }
    std::string_view categoryKey() const { return std::string_view(key).substr(0, category); }
};

std::string_view withoutBlanks(std::string_view text);

/// Letters and digits with at most one point, three or more: A00, A00.0, S00.00XA, 001.0; or two categories
/// of equal length joined by a hyphen or a dash: A00-B99.
bool isIcdCode(std::string_view word);

/// The code that `word` is, without texts.
IcdCode icdCode(std::string_view word);

/// A line of the order file of ICD-10-CM: number, code, whether it is billable, short and long description in
/// fixed columns.
bool isIcdOrderLine(std::string_view line);

/// How the lines of a list are parted.
struct IcdLayout {
    enum class Kind { Order, Words, Fields } kind = Kind::Words;
    char separator = '\t';
    size_t code = 0, label = 1;        ///< columns of Fields
    size_t gloss = std::string::npos;  ///< npos = none
    bool header = false;
};

/// All codes of a text, in its order. Error: a line that begins with no code, by line.
Result<std::vector<IcdCode>> readIcdCodes(std::string_view text, const std::string& file, IcdLayout& layout);

}  // namespace horo
