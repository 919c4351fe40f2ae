// What a person needs to know when something did not work.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "core/base/export.h"

namespace horo {

/// Whose doing it was; decides the exit status of the command line.
enum class Blame {
    Input,      ///< a file or a value in it is wrong (exit 1)
    Usage,      ///< an unknown name or a value out of range (exit 2)
    Cancelled,  ///< the person stopped it (exit 3)
    Program,    ///< our bug (exit 4)
};

/// An error in three parts. `cause` and `advice` are sentences without a final full stop.
struct HOROCYCLE_EXPORT Error {
    std::string cause;   ///< what went wrong
    std::string advice;  ///< what the person can do
    std::string place;   ///< file, line, byte or column; may be empty
    Blame blame = Blame::Input;

    /// "place: cause; advice", one line.
    std::string text() const;
};

inline Error inputError(std::string cause, std::string advice, std::string place = {}) {
    return {std::move(cause), std::move(advice), std::move(place), Blame::Input};
}
inline Error usageError(std::string cause, std::string advice) {
    return {std::move(cause), std::move(advice), {}, Blame::Usage};
}
inline Error cancelledError() {
    return {"stopped before there was a result", "run it again", {}, Blame::Cancelled};
}
inline Error programError(std::string cause) {
    return {std::move(cause),
            "this is a fault of Horocycle: please report it with what you did",
            {},
            Blame::Program};
}

/// The name of `known` that `wrong` most likely meant (least edit distance, at most a third of its
/// length), or an empty text.
template <class Names>
std::string_view nearestName(std::string_view wrong, const Names& known);

/// Number of insertions, deletions and substitutions that turn `a` into `b`.
HOROCYCLE_EXPORT int editDistance(std::string_view a, std::string_view b);

template <class Names>
std::string_view nearestName(std::string_view wrong, const Names& known) {
    std::string_view best;
    int least = static_cast<int>(wrong.size()) / 3 + 2;
    for (const auto& name : known) {
        const int distance = editDistance(wrong, name);
        if (distance < least) least = distance, best = name;
    }
    return best;
}

}  // namespace horo
