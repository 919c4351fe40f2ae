#include "views/disk/DiskPicker.h"

#include <algorithm>
#include <cmath>

namespace horo::views {

int DiskPicker::column(double x) const {
    return std::clamp(static_cast<int>(std::floor(x / cell)), 0, columns_ - 1);
}
int DiskPicker::line(double y) const {
    return std::clamp(static_cast<int>(std::floor(y / cell)), 0, lines_ - 1);
}

DiskPicker::DiskPicker(const DiskScene& scene, const DiskFrame& frame) {
    columns_ = std::max(1, static_cast<int>(frame.width / cell) + 1);
    lines_ = std::max(1, static_cast<int>(frame.height / cell) + 1);
    start_.assign(static_cast<size_t>(columns_) * lines_ + 1, 0);
    std::vector<Entry> seen;
    std::vector<uint32_t> cells;
    seen.reserve(scene.marks.size()), cells.reserve(scene.marks.size());
    for (const DiskMark& mark : scene.marks) {
        const double x = frame.pixelX(mark.at), y = frame.pixelY(mark.at);
        if (x < -cell || y < -cell || x > frame.width + cell || y > frame.height + cell) continue;
        seen.push_back({static_cast<float>(x), static_cast<float>(y), mark.radius, mark.row});
        cells.push_back(static_cast<uint32_t>(line(y) * columns_ + column(x)));
        ++start_[cells.back() + 1];
    }
    for (size_t i = 1; i < start_.size(); ++i)
        start_[i] += start_[i - 1];
    entries_.resize(seen.size());
    std::vector<uint32_t> next(start_.begin(), start_.end() - 1);
    for (size_t i = 0; i < seen.size(); ++i)
        entries_[next[cells[i]]++] = seen[i];
}

std::optional<uint32_t> DiskPicker::nearest(double x, double y, double reach) const {
    if (entries_.empty()) return {};
    std::optional<uint32_t> found;
    double best = reach, middle = 1e9;
    // Marks are at most 6 px in radius, so their middles are at most that much farther than their edges.
    const double far = reach + 6;
    for (int l = line(y - far); l <= line(y + far); ++l) {
        for (int c = column(x - far); c <= column(x + far); ++c) {
            const size_t at = static_cast<size_t>(l) * columns_ + c;
            for (uint32_t i = start_[at]; i < start_[at + 1]; ++i) {
                const Entry& entry = entries_[i];
                const double distance = std::hypot(entry.x - x, entry.y - y);
                const double gap = std::max(0.0, distance - entry.radius);
                if (gap > best || (gap == best && distance > middle)) continue;
                best = gap, middle = distance, found = entry.row;
            }
        }
    }
    return found;
}

int DiskPicker::count(double left, double top, double right, double bottom, int limit) const {
    int count = 0;
    if (entries_.empty()) return 0;
    for (int l = line(top); l <= line(bottom); ++l) {
        for (int c = column(left); c <= column(right); ++c) {
            const size_t at = static_cast<size_t>(l) * columns_ + c;
            for (uint32_t i = start_[at]; i < start_[at + 1]; ++i) {
                const Entry& entry = entries_[i];
                const bool inside =
                    entry.x >= left && entry.x <= right && entry.y >= top && entry.y <= bottom;
                if (inside && ++count >= limit) return count;
            }
        }
    }
    return count;
}

}  // namespace horo::views
