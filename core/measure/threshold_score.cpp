#include "core/measure/threshold_score.h"

#include <algorithm>

namespace horo {

namespace {

ThresholdScore scored(double threshold, size_t found, size_t wrong, size_t positives, size_t negatives) {
    const auto share = [](size_t part, size_t whole) {
        return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 1.0;
    };
    ThresholdScore score{threshold, share(found, found + wrong), share(found, positives), 0, positives,
                         negatives};
    if (found > 0) score.f1 = 2 * score.precision * score.recall / (score.precision + score.recall);
    return score;
}

}  // namespace

ThresholdScore scoreAt(double threshold, std::span<const double> positives,
                       std::span<const double> negatives) {
    const auto below = [&](std::span<const double> energies) {
        return static_cast<size_t>(std::ranges::count_if(energies, [&](double e) { return e <= threshold; }));
    };
    return scored(threshold, below(positives), below(negatives), positives.size(), negatives.size());
}

ThresholdScore bestThreshold(std::vector<double> positives, std::vector<double> negatives) {
    std::ranges::sort(positives);
    std::ranges::sort(negatives);
    ThresholdScore best;
    size_t wrong = 0;
    for (size_t found = 0; found < positives.size();) {
        const double threshold = positives[found];
        while (found < positives.size() && positives[found] <= threshold)
            ++found;
        while (wrong < negatives.size() && negatives[wrong] <= threshold)
            ++wrong;
        const auto here = scored(threshold, found, wrong, positives.size(), negatives.size());
        if (here.f1 > best.f1) best = here;
    }
    return best;
}

}  // namespace horo
