#include "core/classifiers/paired_comparison.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/parallel.h"
#include "core/base/random.h"

namespace horo {

namespace {

constexpr double tie = 1e-12;

std::optional<double> difference(const ScoreColumn& a, std::span<const ScoreColumn::Sums> sumsOfA,
                                 const ScoreColumn& b, std::span<const ScoreColumn::Sums> sumsOfB) {
    const auto left = a.combined(sumsOfA), right = b.combined(sumsOfB);
    if (!left || !right) return std::nullopt;
    return *right - *left;
}

/// `kept` of one and `swapped` of the other.
std::vector<ScoreColumn::Sums> mixed(std::vector<ScoreColumn::Sums> kept,
                                     const std::vector<ScoreColumn::Sums>& swapped) {
    kept.resize(std::max(kept.size(), swapped.size()));
    for (size_t g = 0; g < swapped.size(); ++g) {
        kept[g].numerator += swapped[g].numerator;
        kept[g].denominator += swapped[g].denominator;
        kept[g].samples += swapped[g].samples;
    }
    return kept;
}

/// Linear between the order statistics, as NumPy's percentile.
double percentile(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<size_t>(place);
    const size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

/// Differences of one column over all resamples; NaN where one is not defined.
struct Resampled {
    std::vector<double> drawn, swapped;
};

}  // namespace

std::vector<PairedDifference> pairedDifferences(const std::vector<ScoreColumn>& a,
                                                const std::vector<ScoreColumn>& b,
                                                const ResamplingOptions& options) {
    std::vector<PairedDifference> all(a.size());
    std::vector<size_t> defined;
    size_t samples = 0;
    for (size_t k = 0; k < a.size(); ++k) {
        all[k].key = a[k].key;
        const auto left = a[k].value(), right = b[k].value();
        if (!left || !right) continue;
        all[k].difference = *right - *left;
        samples = a[k].samples();
        defined.push_back(k);
    }
    std::vector<Resampled> resampled(a.size());
    for (const size_t k : defined)
        resampled[k].drawn.resize(options.resamples), resampled[k].swapped.resize(options.resamples);
    size_t done = 0;
    const auto resample = [&](size_t begin, size_t end) {
        std::vector<double> weights(samples), rest(samples);
        for (size_t r = begin; r < end; ++r) {
            Random draw(options.seed, 2 * r), swap(options.seed, 2 * r + 1);
            std::ranges::fill(weights, 0);
            for (size_t i = 0; i < samples; ++i)
                weights[draw.below(static_cast<uint32_t>(samples))] += 1;
            for (const size_t k : defined)
                resampled[k].drawn[r] =
                    difference(a[k], a[k].sums(weights), b[k], b[k].sums(weights)).value_or(std::nan(""));
            for (size_t i = 0; i < samples; ++i)
                weights[i] = static_cast<double>(swap() >> 63), rest[i] = 1 - weights[i];
            for (const size_t k : defined)
                resampled[k].swapped[r] = difference(a[k], mixed(a[k].sums(rest), b[k].sums(weights)), b[k],
                                                     mixed(b[k].sums(rest), a[k].sums(weights)))
                                              .value_or(std::nan(""));
        }
    };
    // One thread at a time asks, after each block.
    const size_t grain = std::clamp<size_t>(200'000 / std::max<size_t>(samples, 1), 1, 64);
    const auto asked = [&] {
        done = std::min(done + grain, options.resamples);
        return !options.keepGoing ||
               options.keepGoing(static_cast<double>(done) / static_cast<double>(options.resamples));
    };
    if (!parallelWhile(asked, options.resamples, grain, options.threads, resample)) return {};
    std::vector<double> ps;
    for (const size_t k : defined) {
        auto& [drawn, swapped] = resampled[k];
        std::erase_if(drawn, [](double x) { return std::isnan(x); });
        std::ranges::sort(drawn);
        if (!drawn.empty()) all[k].interval = {percentile(drawn, .025), percentile(drawn, .975)};
        // What a swap leaves without a value counts against a difference.
        const auto hits = std::ranges::count_if(swapped, [&](double x) {
            return std::isnan(x) || std::abs(x) >= std::abs(*all[k].difference) - tie;
        });
        all[k].p = (1.0 + static_cast<double>(hits)) / (1.0 + static_cast<double>(options.resamples));
        ps.push_back(*all[k].p);
    }
    const auto adjusted = holmAdjusted(ps);
    for (size_t i = 0; i < defined.size(); ++i)
        all[defined[i]].pHolm = adjusted[i];
    return all;
}

double mcNemar(uint64_t aOnly, uint64_t bOnly) {
    const auto n = static_cast<double>(aOnly + bOnly);
    double tail = 0;
    for (uint64_t k = 0; k <= std::min(aOnly, bOnly); ++k) {
        const auto of = static_cast<double>(k);
        tail +=
            std::exp(std::lgamma(n + 1) - std::lgamma(of + 1) - std::lgamma(n - of + 1) - n * std::log(2.0));
    }
    return std::min(1.0, 2 * tail);
}

std::vector<double> holmAdjusted(const std::vector<double>& p) {
    std::vector<size_t> order(p.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::ranges::stable_sort(order, {}, [&](size_t i) { return p[i]; });
    std::vector<double> adjusted(p.size());
    double largest = 0;
    for (size_t rank = 0; rank < order.size(); ++rank) {
        largest = std::max(largest, std::min(1.0, static_cast<double>(p.size() - rank) * p[order[rank]]));
        adjusted[order[rank]] = largest;
    }
    return adjusted;
}

}  // namespace horo
