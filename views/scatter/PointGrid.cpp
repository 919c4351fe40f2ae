#include "views/scatter/PointGrid.h"

#include <cmath>
#include <limits>

namespace horo::views {

namespace {

constexpr double pointsPerCell = 12;
constexpr size_t sampled = 20000;  // rows that the middle 98 % is estimated from

/// The middle 98 % of some values.
std::pair<float, float> middle(std::span<const float> values, std::span<const uint32_t> rows) {
    std::vector<float> some;
    const size_t step = std::max<size_t>(1, rows.size() / sampled);
    for (size_t i = 0; i < rows.size(); i += step)
        some.push_back(values[rows[i]]);
    const auto low = some.begin() + static_cast<std::ptrdiff_t>(some.size() / 100);
    const auto high = some.end() - 1 - static_cast<std::ptrdiff_t>(some.size() / 100);
    std::nth_element(some.begin(), low, some.end());
    const float first = *low;
    std::nth_element(some.begin(), high, some.end());
    return {first, *high};
}

}  // namespace

PointGrid::PointGrid(std::span<const float> x, std::span<const float> y) {
    std::vector<uint32_t> rows;
    rows.reserve(x.size());
    for (uint32_t row = 0; row < x.size(); ++row)
        if (std::isfinite(x[row]) && std::isfinite(y[row])) rows.push_back(row);
    if (rows.empty()) return;
    fitCells(x, y, rows);

    const auto cells = static_cast<size_t>(columns_) * static_cast<size_t>(lines_);
    std::vector<uint32_t> cellOf(rows.size());
    start_.assign(cells + 1, 0);
    constexpr float most = std::numeric_limits<float>::max();
    bounds_ = {most, most, -most, -most};
    for (size_t i = 0; i < rows.size(); ++i) {
        const float px = x[rows[i]], py = y[rows[i]];
        cellOf[i] = static_cast<uint32_t>(cell(column(px), line(py)));
        ++start_[cellOf[i] + 1];
        bounds_.left = std::min(bounds_.left, px), bounds_.right = std::max(bounds_.right, px);
        bounds_.bottom = std::min(bounds_.bottom, py), bounds_.top = std::max(bounds_.top, py);
    }
    for (size_t c = 0; c < cells; ++c)
        start_[c + 1] += start_[c];
    std::vector<uint32_t> next(start_.begin(), start_.end() - 1);
    points_.resize(rows.size());
    for (size_t i = 0; i < rows.size(); ++i)
        points_[next[cellOf[i]]++] = {x[rows[i]], y[rows[i]], rows[i]};
}

void PointGrid::fitCells(std::span<const float> x, std::span<const float> y, std::span<const uint32_t> rows) {
    const auto [left, right] = middle(x, rows);
    const auto [bottom, top] = middle(y, rows);
    const double wide = std::max<double>(static_cast<double>(right) - left, 1e-30);
    const double high = std::max<double>(static_cast<double>(top) - bottom, 1e-30);
    const double side =
        std::sqrt(wide * high / std::max(1.0, static_cast<double>(rows.size()) / pointsPerCell));
    columns_ = std::clamp(static_cast<int>(std::min(1e6, wide / side)), 1, 1024);
    lines_ = std::clamp(static_cast<int>(std::min(1e6, high / side)), 1, 1024);
    left_ = left, bottom_ = bottom;
    width_ = static_cast<float>(wide / columns_), height_ = static_cast<float>(high / lines_);
}

std::optional<PlaneBox> PointGrid::bounds() const {
    return points_.empty() ? std::nullopt : std::optional(bounds_);
}

std::optional<uint32_t> PointGrid::nearest(float x, float y, float reach) const {
    std::optional<uint32_t> found;
    float best = reach * reach;
    eachIn({x - reach, y - reach, x + reach, y + reach}, [&](const Point& point) {
        const float dx = point.x - x, dy = point.y - y, distance = dx * dx + dy * dy;
        if (distance > best || (distance == best && found && point.row < *found)) return;
        best = distance, found = point.row;
    });
    return found;
}

}  // namespace horo::views
