#include "views/scatter/ScatterNames.h"

#include <algorithm>

namespace horo::views {

namespace {

constexpr size_t selectedNames = 60, otherNames = 240, crowd = 200;
constexpr double besideMark = 4, gap = 3;

bool rowsAreNodes(const ScatterSubject& subject) {
    return subject.rows.edgeCount() > 0;
}

/// The first `count` rows in sight by `before`.
template <class Before>
std::vector<uint32_t> firstInSight(const ScatterSubject& subject, const ScatterFrame& frame, size_t count,
                                   Before before) {
    std::vector<uint32_t> rows;
    subject.grid.eachIn(frame.box(), [&](const PointGrid::Point& point) { rows.push_back(point.row); });
    const size_t kept = std::min(count, rows.size());
    std::partial_sort(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(kept), rows.end(), before);
    rows.resize(kept);
    return rows;
}

}  // namespace

std::vector<RegionPlace> regionPlaces(const ScatterSubject& subject, const ScatterFrame& frame, int level) {
    RegionPlaces places;
    if (!subject.rows.hasRegions()) return {};
    subject.grid.eachIn(frame.box(), [&](const PointGrid::Point& point) {
        if (const uint32_t region = subject.rows.regionOf(point.row, level); region != DiskSubject::none)
            places.add(region, point.row, subject.order[point.row], frame.pixel(point.x, point.y));
    });
    return places.largestFirst();
}

std::vector<ScatterName> scatterNames(const ScatterSubject& subject, const ScatterFrame& frame, int level,
                                      std::optional<uint32_t> hovered) {
    const DiskSubject& rows = subject.rows;
    std::vector<ScatterName> names;
    const auto add = [&](uint32_t row, bool strong) {
        if (row < subject.size()) names.push_back({row, rows.label(row), strong, false});
    };
    add(rows.focusRow(), true);
    if (hovered) add(*hovered, true);
    for (const RegionPlace& place : regionPlaces(subject, frame, level))
        names.push_back({place.row, rows.regionName(place.region), true, true});
    const auto& selected = rows.selectedRows();
    // Nodes have names worth reading among many, numbered rows have not.
    if (rowsAreNodes(subject) || selected.size() <= selectedNames)
        for (size_t i = 0; i < std::min(selected.size(), selectedNames); ++i)
            add(selected[i], false);
    if (rowsAreNodes(subject)) {
        const auto before = [&](uint32_t a, uint32_t b) {
            const bool first = rows.depth(a) == level, second = rows.depth(b) == level;
            if (first != second) return first;
            return rows.subtreeSize(a) != rows.subtreeSize(b) ? rows.subtreeSize(a) > rows.subtreeSize(b)
                                                              : a < b;
        };
        for (const uint32_t row : firstInSight(subject, frame, otherNames, before))
            add(row, rows.depth(row) == level);
    } else {
        // Of a crowd nobody has a name; of some dozens, all that find room.
        const auto before = [&](uint32_t a, uint32_t b) { return subject.order[a] < subject.order[b]; };
        const auto inSight = firstInSight(subject, frame, crowd, before);
        if (inSight.size() < crowd)
            for (const uint32_t row : inSight)
                add(row, false);
    }
    return names;
}

std::vector<DiskLabel> placeScatterNames(const std::vector<ScatterName>& names, const ScatterSubject& subject,
                                         const ScatterFrame& frame, const DiskLabelOptions& options) {
    std::vector<DiskLabel> labels;
    std::vector<char> named(subject.size());
    const LabelBox room{2, 2, frame.width - 4, frame.height - 4};
    const auto most = static_cast<size_t>(std::max(1.0, frame.width * frame.height / options.areaPerLabel));
    for (const ScatterName& name : names) {
        if (labels.size() >= most) break;
        if (named[name.row]) continue;
        const QPointF at = frame.pixel(subject.x[name.row], subject.y[name.row]);
        const std::string text = options.elide(name.text, name.strong, options.widest);
        const double width = options.measure(text, name.strong), height = options.lineHeight;
        const double off = subject.radii[name.row] / 4.0 + besideMark;
        const std::vector<QPointF> corners = name.centred ? std::vector<QPointF>{{-width / 2, -height / 2}}
                                                          : std::vector<QPointF>{{off, -height / 2},
                                                                                 {-off - width, -height / 2},
                                                                                 {-width / 2, -off - height},
                                                                                 {-width / 2, off}};
        for (const QPointF& corner : corners) {
            const LabelBox box{at.x() + corner.x(), at.y() + corner.y(), width, height};
            const auto meets = [&](const LabelBox& other) { return box.grown(gap).meets(other); };
            if (box.left < room.left || box.right() > room.right() || box.top < room.top ||
                box.bottom() > room.bottom() || std::ranges::any_of(options.reserved, meets) ||
                std::ranges::any_of(labels, [&](const DiskLabel& label) { return meets(label.box); }))
                continue;
            labels.push_back({name.row, text, name.strong, false, name.centred, box, corner.x(), corner.y()});
            named[name.row] = 1;
            break;
        }
    }
    return labels;
}

}  // namespace horo::views
