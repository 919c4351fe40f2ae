#include "core/data/report.h"

#include <array>
#include <cmath>

namespace horo {

namespace {
constexpr std::array<std::string_view, 4> answerNames{"yes", "partly", "no", "open"};
}

std::string_view answerName(Verdict::Answer answer) {
    return answerNames[static_cast<size_t>(answer)];
}

std::optional<Verdict::Answer> answerFromName(std::string_view name) {
    for (size_t i = 0; i < answerNames.size(); ++i)
        if (answerNames[i] == name) return static_cast<Verdict::Answer>(i);
    return std::nullopt;
}

Score& Report::add(std::string key, double value, std::string convention, std::string unit, int64_t n) {
    if (!std::isfinite(value)) {
        warnings.push_back(key + " is not a finite number and is left undefined");
        scores.push_back({std::move(key), std::nullopt, std::move(convention), std::move(unit), n, {}, true});
    } else {
        scores.push_back({std::move(key), value, std::move(convention), std::move(unit), n, {}, true});
    }
    return scores.back();
}

Score& Report::addUndefined(std::string key, std::string why, std::string convention, std::string unit) {
    warnings.push_back(key + " is not defined: " + std::move(why));
    scores.push_back({std::move(key), std::nullopt, std::move(convention), std::move(unit), 0, {}, true});
    return scores.back();
}

const Score* Report::find(std::string_view key) const {
    for (const auto& score : scores)
        if (score.key == key) return &score;
    return nullptr;
}

}  // namespace horo
