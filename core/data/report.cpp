#include "core/data/report.h"

#include <cmath>

namespace horo {

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
