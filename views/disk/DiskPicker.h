// Which mark is under the pointer.
#pragma once

#include <optional>
#include <vector>

#include "views/disk/DiskScene.h"

namespace horo::views {

/// A grid over the marks of one scene; found in time that does not grow with their number.
class DiskPicker {
public:
    DiskPicker() = default;
    DiskPicker(const DiskScene& scene, const DiskFrame& frame);

    /// Row of the mark nearest to the pixel, at most `reach` pixels off its edge; of equals the one painted
    /// last.
    std::optional<uint32_t> nearest(double x, double y, double reach = 8) const;
    /// How many marks have their middle in the box, counted up to `limit`.
    int count(double left, double top, double right, double bottom, int limit) const;

private:
    static constexpr double cell = 16;
    struct Entry {
        float x, y, radius;
        uint32_t row;
    };
    int column(double x) const;
    int line(double y) const;

    int columns_ = 0, lines_ = 0;
    std::vector<uint32_t> start_;
    std::vector<Entry> entries_;
};

}  // namespace horo::views
