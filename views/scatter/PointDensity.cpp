#include "views/scatter/PointDensity.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "views/scatter/LevelLines.h"

namespace horo::views {

namespace {

/// The running mean of 2 * reach + 1 values; what lies outside counts as nothing.
void runningMean(const float* from, float* to, int count, int step, int reach) {
    const float share = 1.0f / static_cast<float>(2 * reach + 1);
    float sum = 0;
    for (int i = 0; i < std::min(reach, count); ++i)
        sum += from[i * step];
    for (int i = 0; i < count; ++i) {
        if (i + reach < count) sum += from[(i + reach) * step];
        if (i - reach - 1 >= 0) sum -= from[(i - reach - 1) * step];
        to[i * step] = sum * share;
    }
}

}  // namespace

PointDensity::PointDensity(const PointGrid& grid, const ScatterFrame& frame, double sigma, const Takes& takes)
    : columns_(static_cast<int>(std::ceil(frame.width / cell)) + 2),
      lines_(static_cast<int>(std::ceil(frame.height / cell)) + 2),
      counts_(static_cast<size_t>(columns_) * static_cast<size_t>(lines_)) {
    grid.eachIn(frame.box(), [&](const PointGrid::Point& point) {
        if (takes && !takes(point.row)) return;
        const QPointF at = frame.pixel(point.x, point.y);
        const int column = std::clamp(static_cast<int>(at.x() / cell) + 1, 0, columns_ - 1);
        const int line = std::clamp(static_cast<int>(at.y() / cell) + 1, 0, lines_ - 1);
        ++counts_[index(column, line)];
        ++total_;
    });
    field_.assign(counts_.begin(), counts_.end());
    // Three means of 2 r + 1 cells have the variance r (r + 1).
    const double cells = sigma / cell;
    smooth(std::max(1, static_cast<int>(std::lround(std::sqrt(cells * cells + 0.25) - 0.5))));
    for (const float each : field_)
        highest_ = std::max(highest_, each);
}

void PointDensity::smooth(int reach) {
    std::vector<float> other(field_.size());
    for (int pass = 0; pass < 3; ++pass) {
        for (int line = 0; line < lines_; ++line)
            runningMean(&field_[index(0, line)], &other[index(0, line)], columns_, 1, reach);
        for (int column = 0; column < columns_; ++column)
            runningMean(&other[index(column, 0)], &field_[index(column, 0)], lines_, columns_, reach);
    }
    // No level line is open: the field ends in nothing.
    for (int column = 0; column < columns_; ++column)
        field_[index(column, 0)] = field_[index(column, lines_ - 1)] = 0;
    for (int line = 0; line < lines_; ++line)
        field_[index(0, line)] = field_[index(columns_ - 1, line)] = 0;
}

float PointDensity::levelHolding(double share) const {
    std::vector<size_t> order(field_.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::erase_if(order, [&](size_t i) { return counts_[i] == 0; });
    std::ranges::sort(order, [&](size_t a, size_t b) { return field_[a] > field_[b]; });
    const double wanted = share * static_cast<double>(total_);
    double held = 0;
    for (const size_t i : order)
        if ((held += counts_[i]) >= wanted) return field_[i];
    return 0;
}

std::vector<std::vector<QPointF>> PointDensity::contour(float level) const {
    auto lines = levelLines(field_, columns_, lines_, level);
    for (auto& line : lines)
        for (QPointF& at : line)
            at = (at - QPointF(0.5, 0.5)) * cell;
    return lines;
}

}  // namespace horo::views
