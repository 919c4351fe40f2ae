// How dense points lie, as a field over a canvas, and its level lines.
#pragma once

#include <QPointF>
#include <functional>
#include <vector>

#include "views/scatter/PointGrid.h"
#include "views/scatter/ScatterFrame.h"

namespace horo::views {

/// Counts in cells of 4 x 4 pixels, smoothed by about a Gaussian of `sigma` pixels (three running means).
class PointDensity {
public:
    static constexpr int cell = 4;
    using Takes = std::function<bool(uint32_t row)>;

    PointDensity() = default;
    /// Of the points that `takes` says yes to; all, where it is empty.
    PointDensity(const PointGrid& grid, const ScatterFrame& frame, double sigma, const Takes& takes = {});

    int columns() const { return columns_; }
    int lines() const { return lines_; }
    float at(int column, int line) const { return field_[index(column, line)]; }
    float highest() const { return highest_; }
    size_t points() const { return total_; }  ///< those in sight

    /// The largest level whose dense places hold at least `share` of the points in sight.
    float levelHolding(double share) const;
    /// Closed lines around the places denser than `level`, in pixels of the frame.
    std::vector<std::vector<QPointF>> contour(float level) const;

private:
    size_t index(int column, int line) const {
        return static_cast<size_t>(line) * static_cast<size_t>(columns_) + static_cast<size_t>(column);
    }
    void smooth(int reach);

    int columns_ = 0, lines_ = 0;
    size_t total_ = 0;
    float highest_ = 0;
    std::vector<uint32_t> counts_;
    std::vector<float> field_;
};

}  // namespace horo::views
