// What a program can say on its standard error.
#pragma once

#include <string>
#include <string_view>
#include <variant>

namespace horo {

struct SaidProgress {
    double share = 0;  ///< 0 to 1
    std::string doing;
};
struct SaidMeasure {
    std::string curve;
    double x = 0, y = 0;
};
struct SaidPicture {
    std::string file;
};
struct SaidWarning {
    std::string text;
};
struct SaidText {
    std::string text;
};
using ProgramLine = std::variant<SaidText, SaidProgress, SaidMeasure, SaidPicture, SaidWarning>;

/// "progress 0.35 epoch 7 of 20", "measure loss 7 0.213", "picture FILE", "warning TEXT". A line that begins
/// so but is not well formed (a share outside 0 to 1, a number that is not finite) is text like any other.
ProgramLine parseProgramLine(std::string_view line);

}  // namespace horo
