#include "core/measure/correlation.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace horo {

std::optional<double> pearson(std::span<const double> x, std::span<const double> y) {
    assert(x.size() == y.size());
    const auto constant = [](std::span<const double> values) {
        return std::all_of(values.begin(), values.end(), [&](double value) { return value == values[0]; });
    };
    if (x.size() < 2 || constant(x) || constant(y)) return std::nullopt;
    const double count = static_cast<double>(x.size());
    const double xMean = std::accumulate(x.begin(), x.end(), 0.0) / count;
    const double yMean = std::accumulate(y.begin(), y.end(), 0.0) / count;
    double xx = 0, yy = 0, xy = 0;
    for (size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - xMean) * (x[i] - xMean);
        yy += (y[i] - yMean) * (y[i] - yMean);
        xy += (x[i] - xMean) * (y[i] - yMean);
    }
    const double coefficient = xy / std::sqrt(xx) / std::sqrt(yy);
    if (!std::isfinite(coefficient)) return std::nullopt;
    return std::clamp(coefficient, -1.0, 1.0);
}

std::vector<double> averageRanks(std::span<const double> values) {
    std::vector<size_t> order(values.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (size_t begin = 0, end; begin < order.size(); begin = end) {
        end = begin + 1;
        while (end < order.size() && values[order[end]] == values[order[begin]])
            ++end;
        for (size_t i = begin; i < end; ++i)
            ranks[order[i]] = static_cast<double>(begin + 1 + end) / 2;
    }
    return ranks;
}

std::optional<double> spearman(std::span<const double> x, std::span<const double> y) {
    return pearson(averageRanks(x), averageRanks(y));
}

}  // namespace horo
