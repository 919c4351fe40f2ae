// The command line of an outside program, with places for what a run gives.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace horo {

/// One argument: fixed texts and placeholders in turn.
struct ProgramArgument {
    struct Piece {
        std::string text;  ///< fixed, or the placeholder's name without its braces
        bool isPlaceholder = false;
    };
    std::vector<Piece> pieces;
    bool names(std::string_view placeholder) const;
    bool isFixed() const;  ///< no placeholder
    bool isFlag() const;   ///< its fixed text begins with -
};

/// "--dim={dim}"; {{ and }} stand for single braces. Error: a brace without its partner.
Result<ProgramArgument> parseArgument(std::string_view text);

/// Values of the placeholders; none for an optional input that is not given.
using PlaceholderValues = std::map<std::string, std::optional<std::string>, std::less<>>;

/// The argument vector of a run. Each value enters as it is, without a shell. An argument that names an input
/// which is not given is left out, and so is the argument before it if that is a fixed flag and the argument
/// itself is none: "--old", "{input.old}" go both, of "-v", "--old={input.old}" only the second.
std::vector<std::string> fillArguments(const std::vector<ProgramArgument>& arguments,
                                       const PlaceholderValues& values);

}  // namespace horo
