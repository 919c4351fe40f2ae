// Which names stand in the disk, and where, so that no two overlap.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "views/disk/DiskPicker.h"

namespace horo::views {

struct LabelBox {
    double left = 0, top = 0, width = 0, height = 0;
    double right() const { return left + width; }
    double bottom() const { return top + height; }
    LabelBox grown(double by) const { return {left - by, top - by, width + 2 * by, height + 2 * by}; }
    bool meets(const LabelBox& other) const {
        return left < other.right() && other.left < right() && top < other.bottom() && other.top < bottom();
    }
};

struct DiskLabel {
    uint32_t row = 0;
    std::string text;
    bool strong = false;  ///< a branch of the level, or the focus
    bool atRim = false;   ///< listed beside the rim, with a leader to its mark
    bool region = false;  ///< the name of all that lies around, over its middle
    LabelBox box;
    double dx = 0, dy = 0;  ///< from the mark's middle to the box's corner, kept while the view moves
};

struct DiskLabelOptions {
    int level = 2;  ///< depth whose nodes come before all others
    std::optional<uint32_t> hovered;
    std::vector<LabelBox> reserved;  ///< where no label may stand
    double lineHeight = 14;
    double areaPerLabel = 9000;  ///< square pixels; labels at the rim do not count
    double widest = 150;
    bool atRim = true;  ///< selected leaves are listed around the rim
    /// Width of a text in pixels.
    std::function<double(const std::string& text, bool strong)> measure;
    /// The text cut at its end so that it fits into `width`.
    std::function<std::string(const std::string& text, bool strong, double width)> elide;
};

/// Priority: focus, hovered, selected, branches of the level, then subtree size. Rows that belong to regions
/// have the names of these instead, over where most of their rows lie. Positions: outward, inward,
/// above, below. A box is taken when, with 3 px around it, it meets no other box, no selected mark and at
/// most one other mark (four for branches). Selected leaves are listed around the rim, 14 px apart, in
/// angular order, as long as they all find room there.
std::vector<DiskLabel> placeDiskLabels(const DiskSubject& subject, const DiskScene& scene,
                                       const DiskFrame& frame, const DiskPicker& picker,
                                       const DiskLabelOptions& options);

/// Positions at least `gap` apart and inside [first, last], in the given ascending order, with the least sum
/// of squared moves (pool adjacent violators). Those that find no room reach beyond `last`.
std::vector<double> spreadApart(const std::vector<double>& wanted, double gap, double first, double last);

}  // namespace horo::views
