#include "views/disk/DiskScene.h"

#include <algorithm>
#include <cmath>

namespace horo::views {

namespace {

constexpr size_t manyEdges = 20000;
constexpr double fragmentLimit = 2e6;

uint32_t withAlpha(uint32_t colour, float alpha) {
    return (colour & 0x00FFFFFFu) | static_cast<uint32_t>(std::lround(alpha * 255)) << 24;
}

double squaredLength(Spot a, Spot b) {
    const double dx = a.x - b.x, dy = a.y - b.y;
    return dx * dx + dy * dy;
}

}  // namespace

float diskMarkRadius(size_t drawn, uint32_t subtree, bool inTree) {
    const auto byCount =
        std::clamp(5.2f - std::log10(static_cast<float>(std::max<size_t>(drawn, 1))), 0.8f, 4.0f);
    if (!inTree) return byCount;
    const float leaf = std::min(1.5f, byCount);
    return std::min(leaf + 0.47f * std::log2(static_cast<float>(std::max(subtree, 1u))), 5.5f);
}

float diskMarkAlpha(size_t drawn) {
    return std::clamp(1.35f - 0.18f * std::log10(static_cast<float>(std::max<size_t>(drawn, 1))), 0.25f,
                      0.95f);
}

void DiskSceneBuilder::subjectChanged() {
    spots_.assign(subject_.size(), {});
    moving_.clear();
}

void DiskSceneBuilder::freshen(const DiskProjection& projection, const std::vector<uint32_t>& rows) {
    for (const uint32_t row : rows) {
        if (row >= subject_.points.size() || row >= spots_.size()) continue;
        const Complex p =
            projection.display(subject_.points.x[row], subject_.points.y[row], subject_.points.q[row]);
        spots_[row] = {static_cast<float>(p.real()), static_cast<float>(p.imag())};
    }
}

void DiskSceneBuilder::place(const DiskProjection& projection, const std::vector<uint32_t>& rows, bool all) {
    if (all) {
        projection.displayAll(subject_.points, spots_);
        return;
    }
    placed_.resize(rows.size());
    projection.displayRows(subject_.points, rows, placed_);
    for (size_t i = 0; i < rows.size(); ++i)
        spots_[rows[i]] = placed_[i];
}

const DiskScene& DiskSceneBuilder::build(const DiskProjection& projection, const DiskFrame& frame,
                                         DiskDetail detail, const DiskSceneOptions& options) {
    scene_.marks.clear(), scene_.lines.clear();
    scene_.total = subject_.size(), scene_.totalEdges = subject_.edgeCount();
    scene_.focus = subject_.focusRow();
    if (spots_.size() != subject_.size()) subjectChanged();
    if (subject_.points.size() != subject_.size()) return scene_;

    const float radius = diskMarkRadius(scene_.total, 1, subject_.tree());
    const bool tooMany = static_cast<double>(scene_.total) * M_PI * radius * radius > fragmentLimit;
    const bool sampled = (detail == DiskDetail::Moving && scene_.total > movingLimit) || tooMany;
    if (sampled && moving_.empty())
        moving_ = subject_.sample(detail == DiskDetail::Moving ? movingLimit : scene_.total / 2);
    const std::vector<uint32_t>& rows = sampled ? moving_ : subject_.order();
    place(projection, rows, !sampled);
    if (options.edges) addLines(frame, detail, options, rows);
    if (options.extraParents && detail == DiskDetail::Full) addExtraParents(frame);
    addMarks(detail, rows);
    return scene_;
}

void DiskSceneBuilder::addLines(const DiskFrame& frame, DiskDetail detail, const DiskSceneOptions& options,
                                const std::vector<uint32_t>& rows) {
    const bool many = scene_.totalEdges > manyEdges;
    const bool moving = detail == DiskDetail::Moving && many;
    const double shortest = moving ? 16 : many ? 2 : 0.3;
    const double least = shortest * shortest / (frame.radius * frame.radius);
    const float alpha = many ? 0.15f : subject_.anySelected() ? 0.34f : 0.5f;
    std::vector<DiskLine> selected;
    // Rows come from small subtrees to large ones; taken from the end, the first lines are the most telling.
    size_t left = moving ? movingEdges : rows.size();
    for (size_t i = rows.size(); i-- > 0 && left > 0;) {
        const uint32_t row = rows[i], parent = subject_.parentRow(row);
        if (parent == DiskSubject::none) continue;
        const Spot a = spots_[parent], b = spots_[row];
        if (squaredLength(a, b) < least) continue;
        --left;
        const bool isSelected = subject_.isSelected(row) && subject_.isSelected(parent);
        const bool top = subject_.depth(row) <= 2;
        DiskLine line{a, b, top ? 1.15f : 0.75f,
                      withAlpha(top ? options.edgeColour : subject_.colours[row], alpha)};
        if (many && top) line.colour = withAlpha(options.edgeColour, 0.34f);
        if (isSelected) {
            line.width = 1.6f, line.colour = withAlpha(subject_.colours[row], 1), line.selected = true;
            selected.push_back(line);
        } else {
            scene_.lines.push_back(line);
        }
    }
    std::reverse(scene_.lines.begin(), scene_.lines.end());
    scene_.lines.insert(scene_.lines.end(), selected.begin(), selected.end());
}

void DiskSceneBuilder::addExtraParents(const DiskFrame& frame) {
    const Hierarchy* hierarchy = subject_.hierarchy();
    if (!hierarchy) return;
    const double least = 4 / (frame.radius * frame.radius);
    for (uint32_t row = 0; row < subject_.size(); ++row) {
        const Node node = subject_.nodeOf(row);
        if (!subject_.isNode(row) || hierarchy->parents(node).size() < 2) continue;
        for (const Node parent : hierarchy->parents(node)) {
            const uint32_t other = subject_.rowOf(parent);
            if (other == DiskSubject::none || other == subject_.parentRow(row)) continue;
            if (squaredLength(spots_[other], spots_[row]) < least) continue;
            scene_.lines.push_back(
                {spots_[other], spots_[row], 0.75f, withAlpha(subject_.colours[row], 0.7f), true});
        }
    }
}

void DiskSceneBuilder::addMarks(DiskDetail, const std::vector<uint32_t>& rows) {
    const size_t n = scene_.total;
    const bool inTree = subject_.tree();
    const float pointAlpha = n > 5000 ? diskMarkAlpha(n) : 0.95f;
    const float dimmed = subject_.anySelected() ? 0.8f : 1.0f;
    scene_.marks.reserve(rows.size());
    std::vector<DiskMark> selected;
    for (const uint32_t row : rows) {
        const uint32_t subtree = subject_.subtreeSize(row);
        DiskMark mark{spots_[row], diskMarkRadius(n, subtree, inTree), 0, row, subject_.isSelected(row)};
        if (mark.selected) {
            mark.radius = std::max(mark.radius, 3.0f);
            mark.colour = withAlpha(subject_.colours[row], 1);
            selected.push_back(mark);
        } else {
            const float alpha = (subtree > 1 ? 0.95f : pointAlpha) * dimmed;
            mark.colour = withAlpha(subject_.colours[row], alpha);
            scene_.marks.push_back(mark);
        }
    }
    scene_.marks.insert(scene_.marks.end(), selected.begin(), selected.end());
}

}  // namespace horo::views
