#include "core/program/program_arguments.h"

#include <fmt/format.h>

#include <algorithm>

namespace horo {

bool ProgramArgument::names(std::string_view placeholder) const {
    return std::ranges::any_of(
        pieces, [&](const Piece& piece) { return piece.isPlaceholder && piece.text == placeholder; });
}

bool ProgramArgument::isFixed() const {
    return std::ranges::none_of(pieces, &Piece::isPlaceholder);
}

bool ProgramArgument::isFlag() const {
    return !pieces.empty() && !pieces.front().isPlaceholder && pieces.front().text.starts_with('-');
}

Result<ProgramArgument> parseArgument(std::string_view text) {
    ProgramArgument argument;
    std::string fixed;
    const auto endFixed = [&] {
        if (!fixed.empty()) argument.pieces.push_back({std::move(fixed), false});
        fixed.clear();
    };
    const Error unpaired = inputError("has a brace without its partner", "write {{ and }} for single braces");
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c != '{' && c != '}') {
            fixed += c;
        } else if (i + 1 < text.size() && text[i + 1] == c) {
            fixed += c;
            ++i;
        } else {
            const size_t end = text.find_first_of("{}", i + 1);
            if (c == '}' || end == std::string_view::npos || text[end] == '{') return unpaired;
            endFixed();
            argument.pieces.push_back({std::string(text.substr(i + 1, end - i - 1)), true});
            i = end;
        }
    }
    endFixed();
    return argument;
}

std::vector<std::string> fillArguments(const std::vector<ProgramArgument>& arguments,
                                       const PlaceholderValues& values) {
    std::vector<std::string> filled;
    bool flagBefore = false;  // the newest one of `filled` is a fixed flag that stands directly before
    for (const auto& argument : arguments) {
        std::string text;
        bool given = true;
        for (const auto& piece : argument.pieces) {
            if (!piece.isPlaceholder) {
                text += piece.text;
            } else if (const auto& value = values.find(piece.text)->second) {
                text += *value;
            } else {
                given = false;
            }
        }
        if (given)
            filled.push_back(std::move(text));
        else if (flagBefore && !argument.isFlag())
            filled.pop_back();
        flagBefore = given && argument.isFixed() && argument.isFlag();
    }
    return filled;
}

}  // namespace horo
