// What a reader decided on, and what else it could have been.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/io/source.h"

namespace horo {

/// An option that is in force. A page offers the alternatives; choosing one is reading again with
/// ?key=alternative.
struct ReadingChoice {
    std::string key;                        ///< as in ?key=value
    std::string value;                      ///< in force
    std::string by;                         ///< "stated", "usual", or the reason in words
    std::vector<std::string> alternatives;  ///< values to offer, the one in force among them
    bool isOpen = false;                    ///< other values are possible, too
};

/// The choice of an option that the reader has decided on: "stated" where the source names it, else `why`.
HOROCYCLE_EXPORT ReadingChoice choiceOf(const Source& source, std::string key, std::string value,
                                        std::vector<std::string> alternatives, std::string why = "usual");

/// At most `bytes` of a text, cut between characters and marked by "...".
HOROCYCLE_EXPORT std::string shortened(std::string_view text, size_t bytes);

}  // namespace horo
