#include "core/program/program_line.h"

#include <charconv>
#include <cmath>
#include <optional>

#include "core/program/line_buffer.h"

namespace horo {

namespace {

/// Takes the text up to the next space away from the front of `rest`.
std::string_view takeWord(std::string_view& rest) {
    const size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return word;
}

std::optional<double> finite(std::string_view word) {
    double number = 0;
    const auto [stop, fault] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (fault != std::errc() || stop != word.data() + word.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

}  // namespace

ProgramLine parseProgramLine(std::string_view line) {
    std::string_view rest = line;
    const std::string_view verb = takeWord(rest);
    if (verb == "progress") {
        const auto share = finite(takeWord(rest));
        if (share && *share >= 0 && *share <= 1) return SaidProgress{*share, printable(rest)};
    } else if (verb == "measure") {
        const std::string_view curve = takeWord(rest);
        const auto x = finite(takeWord(rest)), y = finite(takeWord(rest));
        if (!curve.empty() && x && y && rest.empty()) return SaidMeasure{printable(curve), *x, *y};
    } else if (verb == "picture" && !rest.empty()) {
        return SaidPicture{std::string(rest)};
    } else if (verb == "warning" && !rest.empty()) {
        return SaidWarning{printable(rest)};
    }
    return SaidText{printable(line)};
}

}  // namespace horo
