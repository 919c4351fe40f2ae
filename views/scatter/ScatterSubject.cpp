#include "views/scatter/ScatterSubject.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "views/disk/DiskScene.h"
#include "views/scatter/FairOrder.h"

namespace horo::views {

namespace {

uint8_t quarters(double radius) {
    return static_cast<uint8_t>(std::clamp(std::lround(4 * radius), 2l, 60l));
}

}  // namespace

ScatterSubject::ScatterSubject(DiskSubject subject) : rows(std::move(subject)) {
    std::vector<uint32_t> nodes;
    if (rows.tree()) {
        nodes.resize(size());
        for (uint32_t row = 0; row < size(); ++row)
            nodes[row] = rows.nodeOf(row);
    }
    order = fairOrder(size(), nodes);
    takeSizes({});
}

void ScatterSubject::takePoints(const Embedding& embedding, int columnX, int columnY) {
    const size_t n = embedding.rows(), columns = embedding.columns();
    const auto column = [&](int chosen) { return std::min(static_cast<size_t>(chosen), columns - 1); };
    const size_t first = column(columnX), second = column(columnY);
    x.resize(n), y.resize(n);
    for (size_t row = 0; row < n; ++row) {
        x[row] = static_cast<float>(embedding.vectors.at(row, first));
        // A single column is drawn along a line.
        y[row] = columns > 1 ? static_cast<float>(embedding.vectors.at(row, second)) : 0;
    }
    grid = PointGrid(x, y);
}

void ScatterSubject::gatherMarks() {
    marks.resize(grid.size());
    for (size_t i = 0; i < marks.size(); ++i) {
        const uint32_t row = grid.at(i).row;
        marks[i] = {row < rows.colours.size() ? rows.colours[row] : 0xFF808080, order[row], radii[row],
                    rows.isSelected(row)};
    }
}

void ScatterSubject::takeSizes(const std::vector<double>& numbers) {
    const auto n = static_cast<uint32_t>(size());
    radii.resize(n);
    if (numbers.size() != n) {
        for (uint32_t row = 0; row < n; ++row)
            radii[row] = quarters(diskMarkRadius(n, rows.subtreeSize(row), rows.edgeCount() > 0));
        return;
    }
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const double number : numbers)
        if (std::isfinite(number)) low = std::min(low, number), high = std::max(high, number);
    for (uint32_t row = 0; row < n; ++row) {
        const double share =
            std::isfinite(numbers[row]) && high > low ? (numbers[row] - low) / (high - low) : 0;
        radii[row] = quarters(std::sqrt(1.5 * 1.5 + share * (6.0 * 6.0 - 1.5 * 1.5)));
    }
}

}  // namespace horo::views
