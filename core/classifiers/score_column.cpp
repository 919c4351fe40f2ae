#include "core/classifiers/score_column.h"

#include <algorithm>
#include <cmath>

namespace horo {

namespace {

using Sums = ScoreColumn::Sums;

std::optional<double> ratio(const Sums& sums, bool zeroOverZero) {
    if (sums.denominator != 0) return sums.numerator / sums.denominator;
    return zeroOverZero && sums.samples > 0 ? std::optional(0.0) : std::nullopt;
}

}  // namespace

size_t ScoreColumn::groupCount() const {
    return groups.empty() ? 1 : 1 + *std::ranges::max_element(groups);
}

std::vector<Sums> ScoreColumn::sums(std::span<const double> weights) const {
    std::vector<Sums> all(groupCount());
    for (size_t i = 0; i < samples(); ++i) {
        Sums& group = all[groups.empty() ? 0 : groups[i]];
        group.numerator += weights[i] * numerators[i];
        group.denominator += weights[i] * denominators[i];
        group.samples += weights[i];
    }
    return all;
}

std::optional<double> ScoreColumn::combined(std::span<const Sums> sums) const {
    if (!undefined.empty()) return std::nullopt;
    if (combine == Combine::Ratio) return ratio(sums.front(), zeroOverZero);
    Sums whole;
    for (const Sums& group : sums) {
        if (group.samples == 0) continue;
        if (combine == Combine::MeanOfGroups) {
            whole.numerator += ratio(group, true).value();
            whole.denominator += 1;
        } else {
            whole.numerator += std::abs(group.numerator);
            whole.denominator += group.denominator;
        }
    }
    return ratio(whole, false);
}

std::optional<double> ScoreColumn::value() const {
    return combined(sums(std::vector<double>(samples(), 1)));
}

}  // namespace horo
