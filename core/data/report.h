// Named numbers, each with its convention.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/export.h"

namespace horo {

struct Score {
    std::string key;
    std::optional<double> value;  ///< none = not defined; never NaN
    std::string convention;       ///< how it was counted, in words
    std::string unit;
    int64_t n = 0;  ///< how many things the number is over, 0 = does not apply
    std::optional<std::pair<double, double>> interval;
    bool repeatable = true;       ///< false for speeds and memory, which differ from run to run
    std::optional<double> p;      ///< of a test against "no difference", two-sided
    std::optional<double> pHolm;  ///< the same, adjusted after Holm (1979) over the scores tested together
};

/// What the numbers say to the question that the method asks.
struct Verdict {
    enum class Answer { Yes, Partly, No, Open };
    Answer answer = Answer::Open;
    std::string word;      ///< "Weakly"
    std::string sentence;  ///< with its uncertainty
};
HOROCYCLE_EXPORT std::string_view answerName(Verdict::Answer answer);
HOROCYCLE_EXPORT std::optional<Verdict::Answer> answerFromName(std::string_view name);

struct HOROCYCLE_EXPORT Report {
    std::vector<Score> scores;
    std::optional<Verdict> verdict;
    std::vector<std::string> warnings;

    /// Appends a score; a value that is not finite is stored as undefined, with a warning.
    Score& add(std::string key, double value, std::string convention, std::string unit = {}, int64_t n = 0);
    /// Appends a score that has no value, and says why.
    Score& addUndefined(std::string key, std::string why, std::string convention, std::string unit = {});
    const Score* find(std::string_view key) const;
};

}  // namespace horo
