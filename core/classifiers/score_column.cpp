#include "core/classifiers/score_column.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace horo {

namespace {

struct Sums {
    double numerator = 0, denominator = 0;
    size_t samples = 0;
};

std::optional<double> ratio(const Sums& sums, bool zeroOverZero) {
    if (sums.denominator != 0) return sums.numerator / sums.denominator;
    return zeroOverZero && sums.samples > 0 ? std::optional(0.0) : std::nullopt;
}

}  // namespace

size_t ScoreColumn::groupCount() const {
    return groups.empty() ? 1 : 1 + *std::ranges::max_element(groups);
}

std::optional<double> ScoreColumn::value() const {
    std::vector<uint32_t> all(samples());
    std::iota(all.begin(), all.end(), 0u);
    return value(all);
}

std::optional<double> ScoreColumn::value(std::span<const uint32_t> drawn) const {
    if (!undefined.empty()) return std::nullopt;
    std::vector<Sums> sums(groupCount());
    for (const uint32_t i : drawn) {
        Sums& group = sums[groups.empty() ? 0 : groups[i]];
        group.numerator += numerators[i];
        group.denominator += denominators[i];
        ++group.samples;
    }
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

}  // namespace horo
