// Points of a plane in the order of a grid: what lies in a box is found without looking at the others.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace horo::views {

/// A box of the plane, borders included.
struct PlaneBox {
    float left = 0, bottom = 0, right = 0, top = 0;
    bool contains(float x, float y) const { return x >= left && x <= right && y >= bottom && y <= top; }
    PlaneBox grown(float by) const { return {left - by, bottom - by, right + by, top + by}; }
};

class PointGrid {
public:
    struct Point {
        float x, y;
        uint32_t row;
    };

    PointGrid() = default;
    /// One x and one y a row; rows that are not finite are left out. Cells are fitted to the middle 98 %, so
    /// that a few points far out do not crowd all others into one cell.
    PointGrid(std::span<const float> x, std::span<const float> y);

    size_t size() const { return points_.size(); }
    /// The smallest box around all points; nothing where there are none.
    std::optional<PlaneBox> bounds() const;

    const Point& at(size_t i) const { return points_[i]; }

    /// Calls visit(begin, end) with the numbers of points of neighbouring cells until all points in the box
    /// were seen; others around it may be among them.
    template <class Visit>
    void eachRunIn(const PlaneBox& box, Visit&& visit) const {
        if (points_.empty()) return;
        const int first = column(box.left), last = column(box.right);
        for (int line = this->line(box.bottom); line <= this->line(box.top); ++line) {
            const size_t begin = start_[cell(first, line)], end = start_[cell(last, line) + 1];
            if (begin < end) visit(begin, end);
        }
    }
    template <class Visit>
    void eachIn(const PlaneBox& box, Visit&& visit) const {
        eachRunIn(box, [&](size_t begin, size_t end) {
            for (size_t i = begin; i < end; ++i)
                if (box.contains(points_[i].x, points_[i].y)) visit(points_[i]);
        });
    }
    /// The row nearest to (x, y), at most `reach` away; of equals the larger one.
    std::optional<uint32_t> nearest(float x, float y, float reach) const;

private:
    /// Also of places far outside, whose number would not fit into an int.
    static int step(float from, float to, float width, int count) {
        return static_cast<int>(std::clamp((to - from) / width, 0.0f, static_cast<float>(count - 1)));
    }
    int column(float x) const { return step(left_, x, width_, columns_); }
    int line(float y) const { return step(bottom_, y, height_, lines_); }
    size_t cell(int column, int line) const {
        return static_cast<size_t>(line) * static_cast<size_t>(columns_) + static_cast<size_t>(column);
    }
    void fitCells(std::span<const float> x, std::span<const float> y, std::span<const uint32_t> rows);

    float left_ = 0, bottom_ = 0, width_ = 1, height_ = 1;  ///< of the first cell; of each cell
    int columns_ = 1, lines_ = 1;
    std::vector<uint32_t> start_;  ///< where each cell begins in `points_`, and the end
    std::vector<Point> points_;
    PlaneBox bounds_;
};

}  // namespace horo::views
