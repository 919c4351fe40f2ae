#include "views/space/SpaceScene.h"

#include <algorithm>
#include <cmath>

namespace horo::views {

namespace {

constexpr double pieceLength = 14;  // pixels of a geodesic that may be straight
constexpr int mostPieces = 16;

uint32_t withAlpha(uint32_t colour, float alpha) {
    return (colour & 0x00FFFFFFu) | static_cast<uint32_t>(std::lround(alpha * 255)) << 24;
}

/// The colour as it is seen at a depth: what is far away fades into the canvas, which tells front from back.
uint32_t hazy(uint32_t colour, uint32_t canvas, double depth) {
    const double haze = 0.5 * std::clamp((0.9 - depth) / 1.8, 0.0, 1.0);
    uint32_t mixed = colour & 0xFF000000u;
    for (const int shift : {0, 8, 16}) {
        const double from = (colour >> shift) & 0xFF, to = (canvas >> shift) & 0xFF;
        mixed |= static_cast<uint32_t>(std::lround(from + haze * (to - from))) << shift;
    }
    return mixed;
}

template <class Item>
void sortByDepth(std::vector<Item>& items) {
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
        return a.selected != b.selected ? b.selected : a.depth < b.depth;
    });
}

}  // namespace

DiskFrame SpaceScene::flatFrame() const {
    return {width, height, width / 2, height / 2, 1, DiskModel::Poincare};
}

DiskScene SpaceScene::flat() const {
    DiskScene scene;
    scene.total = total, scene.totalEdges = totalEdges, scene.focus = focus;
    scene.marks.reserve(marks.size());
    for (const SpaceMark& mark : marks)
        scene.marks.push_back(
            {{mark.x - static_cast<float>(width / 2), static_cast<float>(height / 2) - mark.y},
             mark.radius,
             mark.colour,
             mark.row,
             mark.selected});
    return scene;
}

const SpaceScene& SpaceSceneBuilder::build(const SpaceSight& sight, DiskDetail detail,
                                           const SpaceSceneOptions& options) {
    const DiskSubject& all = subject_.rows;
    scene_.marks.clear(), scene_.lines.clear(), scene_.mesh.clear(), scene_.pixels.clear();
    scene_.total = all.size(), scene_.totalEdges = all.edgeCount(), scene_.focus = all.focusRow();
    scene_.width = sight.camera.width, scene_.height = sight.camera.height;
    if (subject_.points.size() != all.size() || all.size() == 0) return scene_;
    if (options.mesh) addMesh(sight, options);

    const size_t limit = detail == DiskDetail::Moving ? movingLimit : stillLimit;
    if (scene_.total > limit && (sample_.empty() || sampled_ != limit))
        sample_ = all.sample(limit), sampled_ = limit;
    const std::vector<uint32_t>& rows = scene_.total > limit ? sample_ : all.order();
    places_.resize(all.size()), seen_.resize(all.size()), placed_.resize(rows.size());
    sight.projection.placeRows(subject_.points, rows, placed_);
    for (size_t i = 0; i < rows.size(); ++i)
        places_[rows[i]] = placed_[i], seen_[rows[i]] = sight.see(placed_[i]);
    if (options.edges) addLines(sight, detail, options, rows);
    addMarks(options, rows);
    sortByDepth(scene_.lines), sortByDepth(scene_.marks);
    return scene_;
}

void SpaceSceneBuilder::addCurve(const SpaceSight& sight, SpaceLine line, std::vector<SpaceLine>& to) {
    line.first = static_cast<uint32_t>(scene_.pixels.size());
    for (const Vector3& at : curve_) {
        const SpaceSeen seen = sight.camera.see(at);
        if (!seen.inFront) {
            scene_.pixels.resize(line.first);
            return;
        }
        scene_.pixels.emplace_back(seen.x, seen.y);
    }
    line.count = static_cast<uint32_t>(curve_.size());
    to.push_back(line);
}

void SpaceSceneBuilder::addMesh(const SpaceSight& sight, const SpaceSceneOptions& options) {
    SpaceLine line;
    line.width = 1, line.colour = options.meshColour;
    for (const SpaceCurve& curve : sight.shape.mesh(sight.rings)) {
        curve_ = curve;
        addCurve(sight, line, scene_.mesh);
    }
    if (!sight.shape.isRound()) return;
    line.first = static_cast<uint32_t>(scene_.pixels.size()), line.count = 181;
    for (int i = 0; i <= 180; ++i)
        scene_.pixels.push_back(std::complex<double>(sight.camera.x, sight.camera.y) +
                                std::polar(sight.camera.outline(), M_PI * i / 90));
    scene_.mesh.push_back(line);
}

void SpaceSceneBuilder::addLines(const SpaceSight& sight, DiskDetail detail, const SpaceSceneOptions& options,
                                 const std::vector<uint32_t>& rows) {
    const DiskSubject& all = subject_.rows;
    const bool many = scene_.totalEdges > manyEdges, moving = detail == DiskDetail::Moving && many;
    const double shortest = moving ? 8 : many ? 2 : 0.3;
    const float alpha = many ? 0.15f : all.anySelected() ? 0.34f : 0.5f;
    // Rows come from small subtrees to large ones; taken from the end, the first lines are the most telling.
    size_t left = moving ? movingEdges : rows.size();
    for (size_t i = rows.size(); i-- > 0 && left > 0;) {
        const uint32_t row = rows[i], parent = all.parentRow(row);
        if (parent == DiskSubject::none) continue;
        const SpaceSeen &a = seen_[parent], &b = seen_[row];
        const double length = std::hypot(a.x - b.x, a.y - b.y);
        if (!(length >= shortest) || !a.inFront || !b.inFront) continue;
        if (std::max(a.x, b.x) < 0 || std::max(a.y, b.y) < 0 || std::min(a.x, b.x) > scene_.width ||
            std::min(a.y, b.y) > scene_.height)
            continue;
        --left;
        const bool top = all.depth(row) <= 2;
        SpaceLine line;
        line.depth = static_cast<float>((a.depth + b.depth) / 2);
        line.selected = all.isSelected(row) && all.isSelected(parent);
        line.width = line.selected ? 1.6f : top ? 1.15f : 0.75f;
        const uint32_t colour = top && !line.selected ? options.edgeColour : all.colours[row];
        line.colour = withAlpha(hazy(colour, options.canvas, line.depth), line.selected ? 1
                                                                          : many && top ? 0.34f
                                                                                        : alpha);
        const int pieces = many || sight.shape.isStraight()
                               ? 1
                               : std::clamp(static_cast<int>(length / pieceLength), 1, mostPieces);
        curve_.clear();
        sight.shape.appendGeodesic(places_[parent], places_[row], pieces, curve_);
        addCurve(sight, line, scene_.lines);
    }
}

void SpaceSceneBuilder::addMarks(const SpaceSceneOptions& options, const std::vector<uint32_t>& rows) {
    constexpr double margin = 12;
    const DiskSubject& all = subject_.rows;
    const size_t n = scene_.total;
    const float pointAlpha = n > 5000 ? diskMarkAlpha(n) : 0.95f, dimmed = all.anySelected() ? 0.8f : 1.0f;
    scene_.marks.reserve(rows.size());
    for (const uint32_t row : rows) {
        const SpaceSeen& seen = seen_[row];
        if (!seen.inFront || seen.x < -margin || seen.y < -margin || seen.x > scene_.width + margin ||
            seen.y > scene_.height + margin)
            continue;
        const uint32_t subtree = all.subtreeSize(row);
        SpaceMark mark;
        mark.x = static_cast<float>(seen.x), mark.y = static_cast<float>(seen.y);
        mark.depth = static_cast<float>(seen.depth);
        mark.row = row, mark.selected = all.isSelected(row);
        mark.radius = std::min(diskMarkRadius(n, subtree, all.tree()) * static_cast<float>(seen.near), 6.0f);
        if (mark.selected) mark.radius = std::max(mark.radius, 3.0f);
        const float alpha = mark.selected ? 1 : (subtree > 1 ? 0.95f : pointAlpha) * dimmed;
        mark.colour =
            withAlpha(hazy(all.colours[row], options.canvas, mark.selected ? 1 : seen.depth), alpha);
        scene_.marks.push_back(mark);
    }
}

}  // namespace horo::views
