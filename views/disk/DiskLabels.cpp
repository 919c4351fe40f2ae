#include "views/disk/DiskLabels.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "views/disk/RegionPlaces.h"

namespace horo::views {

namespace {

constexpr double around = 3, apart = 5, atRimBy = 14;
constexpr size_t mostTries = 1500;
constexpr size_t selectedNames = 60;  // of rows that are numbered more often than named

class Placement {
public:
    Placement(const DiskSubject& subject, const DiskScene& scene, const DiskFrame& frame,
              const DiskPicker& picker, const DiskLabelOptions& options)
        : subject_(subject), scene_(scene), frame_(frame), picker_(picker), options_(options) {
        DiskScene selected;
        for (const DiskMark& mark : scene.marks)
            if (mark.selected) selected.marks.push_back(mark);
        selectedMarks_ = DiskPicker(selected, frame);
        markOf_.assign(subject.size(), none);
        for (uint32_t i = 0; i < scene.marks.size(); ++i)
            markOf_[scene.marks[i].row] = i;
    }

    std::vector<DiskLabel> run() {
        if (options_.atRim) listAtRim();
        budget_ = labels_.size() + static_cast<size_t>(frame_.width * frame_.height / options_.areaPerLabel);
        const uint32_t focus = subject_.focusRow();
        if (focus != DiskSubject::none) tryRow(focus, true, 8);
        if (options_.hovered) tryRow(*options_.hovered, false, 8);
        if (subject_.hasRegions()) nameRegions();
        if (!subject_.hasRegions() || subject_.selectedRows().size() <= selectedNames)
            for (const uint32_t row : bySize(subject_.selectedRows()))
                tryRow(row, false, 1);
        const auto& order = subject_.order();
        const auto isBranch = [&](uint32_t row) {
            return subject_.tree() && !subject_.hasRegions() && subject_.depth(row) <= options_.level;
        };
        for (size_t i = order.size(), tries = 0; i-- > 0 && tries < mostTries && !full();)
            if (isBranch(order[i])) tryRow(order[i], subject_.depth(order[i]) == options_.level, 4), ++tries;
        // Points without a tree have no order of importance: only what is pointed at is named.
        if (!subject_.tree() || subject_.hasRegions()) return std::move(labels_);
        for (size_t i = order.size(), tries = 0; i-- > 0 && tries < mostTries && !full(); ++tries)
            tryRow(order[i], false, 1);
        return std::move(labels_);
    }

private:
    static constexpr uint32_t none = ~uint32_t{0};

    bool full() const { return labels_.size() >= budget_; }

    std::vector<uint32_t> bySize(std::vector<uint32_t> rows) const {
        const size_t most = std::min(rows.size(), mostTries);
        std::partial_sort(
            rows.begin(), rows.begin() + static_cast<long>(most), rows.end(),
            [&](uint32_t a, uint32_t b) { return subject_.subtreeSize(a) > subject_.subtreeSize(b); });
        rows.resize(most);
        return rows;
    }

    bool insideView(const LabelBox& box) const {
        return box.left >= 2 && box.top >= 2 && box.right() <= frame_.width - 2 &&
               box.bottom() <= frame_.height - 2;
    }
    bool meetsLabel(const LabelBox& box) const {
        const auto hits = [&](const LabelBox& other) { return box.meets(other); };
        return std::any_of(options_.reserved.begin(), options_.reserved.end(), hits) ||
               std::any_of(labels_.begin(), labels_.end(),
                           [&](const DiskLabel& label) { return hits(label.box); });
    }
    static int counted(const DiskPicker& picker, const LabelBox& box, int limit) {
        return picker.count(box.left, box.top, box.right(), box.bottom(), limit);
    }

    void accept(DiskLabel label, double x, double y) {
        label.dx = label.box.left - x, label.dy = label.box.top - y;
        named_.insert(label.row);
        labels_.push_back(std::move(label));
    }

    void tryRow(uint32_t row, bool strong, int marksAllowed) {
        if (full() || named_.contains(row) || markOf_[row] == none) return;
        const DiskMark& mark = scene_.marks[markOf_[row]];
        const double x = frame_.pixelX(mark.at), y = frame_.pixelY(mark.at);
        if (x < 0 || y < 0 || x > frame_.width || y > frame_.height) return;
        DiskLabel label{row, subject_.label(row), strong};
        double width = options_.measure(label.text, strong);
        if (width > options_.widest) {
            label.text = options_.elide(label.text, strong, options_.widest);
            width = options_.measure(label.text, strong);
        }
        const bool focus = row == subject_.focusRow();
        const double gap = (focus ? mark.radius + 4 : mark.radius) + apart, h = options_.lineHeight;
        const LabelBox onRight{x + gap, y - h / 2, width, h}, onLeft{x - gap - width, y - h / 2, width, h};
        const LabelBox above{x - width / 2, y - gap - h + 2, width, h},
            below{x - width / 2, y + gap - 2, width, h};
        const bool right = x >= frame_.x;
        for (const LabelBox& box : {right ? onRight : onLeft, right ? onLeft : onRight, above, below}) {
            const LabelBox wide = box.grown(around);
            if (!insideView(box) || meetsLabel(wide)) continue;
            if (counted(selectedMarks_, wide, 2) > 0) continue;
            if (counted(picker_, wide, marksAllowed + 1) > marksAllowed) continue;
            label.box = box;
            accept(std::move(label), x, y);
            return;
        }
    }

    void nameRegions() {
        RegionPlaces places;
        for (const DiskMark& mark : scene_.marks)
            if (const uint32_t region = subject_.regionOf(mark.row, options_.level);
                region != DiskSubject::none)
                places.add(region, mark.row, mark.row, {frame_.pixelX(mark.at), frame_.pixelY(mark.at)});
        for (const RegionPlace& place : places.largestFirst()) {
            if (named_.contains(place.row)) continue;
            const Spot at = scene_.marks[markOf_[place.row]].at;
            DiskLabel label{place.row,
                            options_.elide(subject_.regionName(place.region), true, options_.widest)};
            label.strong = label.region = true;
            const double width = options_.measure(label.text, true), h = options_.lineHeight;
            label.box = {frame_.pixelX(at) - width / 2, frame_.pixelY(at) - h / 2, width, h};
            if (insideView(label.box) && !meetsLabel(label.box.grown(around)))
                accept(std::move(label), frame_.pixelX(at), frame_.pixelY(at));
        }
    }

    void listAtRim() {
        if (!subject_.tree() || subject_.hasRegions() || subject_.focusRow() == none ||
            frame_.model == DiskModel::HalfPlane)
            return;
        const double first = 6, last = frame_.height - 6 - options_.lineHeight;
        std::vector<uint32_t> sides[2];
        for (const uint32_t row : subject_.selectedRows()) {
            if (markOf_[row] == none || subject_.subtreeSize(row) > 1 || row == subject_.focusRow()) continue;
            const Spot at = scene_.marks[markOf_[row]].at;
            const double y = frame_.pixelY(at), x = frame_.pixelX(at);
            if (x < 0 || y < 0 || x > frame_.width || y > frame_.height) continue;
            sides[at.x >= 0].push_back(row);
        }
        const auto room = static_cast<size_t>((last - first) / atRimBy) + 1;
        if (sides[0].size() > room || sides[1].size() > room) return;
        for (const bool right : {false, true})
            listSide(sides[right], right, first, last);
    }

    void listSide(std::vector<uint32_t>& rows, bool right, double first, double last) {
        const auto spot = [&](uint32_t row) { return scene_.marks[markOf_[row]].at; };
        // From top to bottom along the rim.
        std::sort(rows.begin(), rows.end(), [&](uint32_t a, uint32_t b) {
            return std::atan2(spot(a).y, std::abs(spot(a).x)) > std::atan2(spot(b).y, std::abs(spot(b).x));
        });
        const double rim = frame_.radius + 12;
        std::vector<double> wanted;
        for (const uint32_t row : rows) {
            const double angle = std::atan2(spot(row).y, std::abs(spot(row).x));
            wanted.push_back(frame_.y - rim * std::sin(angle) - options_.lineHeight / 2);
        }
        std::sort(wanted.begin(), wanted.end());
        // Near the top and bottom of the rim a step down is a long way sideways: avoided while there is room.
        const double needed = atRimBy * static_cast<double>(rows.size()), reach = 0.82 * rim;
        if (needed < 2 * reach)
            first = std::max(first, frame_.y - reach), last = std::min(last, frame_.y + reach);
        const std::vector<double> tops = spreadApart(wanted, atRimBy, first, last);
        for (size_t i = 0; i < rows.size(); ++i)
            addAtRim(rows[i], right, tops[i], rim);
    }

    void addAtRim(uint32_t row, bool right, double top, double rim) {
        const DiskMark& mark = scene_.marks[markOf_[row]];
        const double dy = top + options_.lineHeight / 2 - frame_.y;
        const double dx = std::sqrt(std::max(0.0, rim * rim - dy * dy)) + 8;
        const double free = right ? frame_.width - 4 - (frame_.x + dx) : frame_.x - dx - 4;
        DiskLabel label{row, subject_.label(row), false, true};
        const double most = std::clamp(free, 48.0, options_.widest);
        double width = options_.measure(label.text, false);
        if (width > most) {
            label.text = options_.elide(label.text, false, most);
            width = options_.measure(label.text, false);
        }
        double left = right ? frame_.x + dx : frame_.x - dx - width;
        left = std::clamp(left, 4.0, std::max(4.0, frame_.width - 4 - width));
        label.box = {left, top, width, options_.lineHeight};
        if (!insideView(label.box) || meetsLabel(label.box)) return;
        accept(std::move(label), frame_.pixelX(mark.at), frame_.pixelY(mark.at));
    }

    const DiskSubject& subject_;
    const DiskScene& scene_;
    const DiskFrame& frame_;
    const DiskPicker& picker_;
    const DiskLabelOptions& options_;
    DiskPicker selectedMarks_;
    std::vector<uint32_t> markOf_;
    std::vector<DiskLabel> labels_;
    std::unordered_set<uint32_t> named_;
    size_t budget_ = ~size_t{0};
};

}  // namespace

std::vector<double> spreadApart(const std::vector<double>& wanted, double gap, double first, double last) {
    struct Block {
        double sum;
        size_t count;
        double mean() const { return sum / static_cast<double>(count); }
    };
    std::vector<Block> blocks;
    for (size_t i = 0; i < wanted.size(); ++i) {
        blocks.push_back({wanted[i] - gap * static_cast<double>(i), 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
            blocks[blocks.size() - 2].sum += blocks.back().sum;
            blocks[blocks.size() - 2].count += blocks.back().count;
            blocks.pop_back();
        }
    }
    const double highest = last - gap * static_cast<double>(wanted.empty() ? 0 : wanted.size() - 1);
    std::vector<double> placed;
    for (const Block& block : blocks)
        for (size_t k = 0; k < block.count; ++k)
            placed.push_back(std::clamp(block.mean(), first, std::max(first, highest)) +
                             gap * static_cast<double>(placed.size()));
    return placed;
}

std::vector<DiskLabel> placeDiskLabels(const DiskSubject& subject, const DiskScene& scene,
                                       const DiskFrame& frame, const DiskPicker& picker,
                                       const DiskLabelOptions& options) {
    if (subject.size() == 0 || scene.marks.empty()) return {};
    return Placement(subject, scene, frame, picker, options).run();
}

}  // namespace horo::views
