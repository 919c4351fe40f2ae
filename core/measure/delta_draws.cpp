#include "core/measure/delta_draws.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/random.h"

namespace horo {

std::optional<std::pair<double, double>> DeltaDraws::interval() const {
    const std::vector<double>& values = relative;
    if (values.size() < 2) return std::nullopt;
    const double count = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    const double reach = 2 * std::sqrt(squares / (count - 1));
    return std::pair(mean - reach, mean + reach);
}

Result<DeltaDraws> drawDeltas(
    std::vector<uint32_t> rows,
    const std::function<Result<DistanceMatrix>(std::span<const uint32_t>)>& distancesOf, size_t samples,
    int64_t draws, Context& context) {
    constexpr size_t rowsOfDraw = DeltaDraws::rowsAtMost;
    const uint64_t seed = context.conditions().seed;
    const bool whole = rows.size() <= rowsOfDraw;
    std::optional<DistanceMatrix> distances;
    Random random(seed);
    DeltaDraws result;
    for (int64_t draw = 0; draw < draws; ++draw) {
        const auto progress = [&](double share) {
            context.progress({(static_cast<double>(draw) + share) / static_cast<double>(draws),
                              fmt::format("draw {} of {}", draw + 1, draws),
                              {}});
            return context.keepGoing();
        };
        if (!progress(0)) return cancelledError();
        if (!whole)
            for (size_t i = 0; i < rowsOfDraw; ++i)
                std::swap(rows[i], rows[i + random.below(static_cast<uint32_t>(rows.size() - i))]);
        if (!whole || draw == 0) {
            distances.reset();
            auto made = distancesOf(std::span<const uint32_t>(rows).first(std::min(rows.size(), rowsOfDraw)));
            if (!made) return made.error();
            distances.emplace(std::move(*made));
        }
        const double diameter = distances->largest();
        const auto drawn = drawnQuadruples(*distances, samples, seed, static_cast<uint64_t>(draw),
                                           context.conditions().threads, progress);
        if (!drawn) return drawn.error();
        result.diameter = std::max(result.diameter, diameter);
        result.all.delta = std::max(result.all.delta, drawn->delta);
        result.all.mean += drawn->mean / static_cast<double>(draws);
        result.all.quadruples += drawn->quadruples;
        if (diameter > 0) result.relative.push_back(2 * drawn->delta / diameter);
    }
    return result;
}

}  // namespace horo
