// Which names stand in a scatter, and where.
#pragma once

#include <QSizeF>
#include <functional>
#include <optional>
#include <vector>

#include "views/disk/DiskLabels.h"
#include "views/disk/RegionPlaces.h"
#include "views/scatter/ScatterFrame.h"
#include "views/scatter/ScatterSubject.h"

namespace horo::views {

/// A name that may stand at a row's mark.
struct ScatterName {
    uint32_t row = 0;
    std::string text;
    bool strong = false;
    bool centred = false;  ///< over the mark, as the name of a region; else beside it
};

/// Of every region that has rows in the frame, largest first. Looks at every row once.
std::vector<RegionPlace> regionPlaces(const ScatterSubject& subject, const ScatterFrame& frame, int level);

/// The most important first: the focus, the hovered row, branches, selected rows, then the others in sight:
/// nodes by the size of their subtree, rows that are none in the subject's fair order where there are fewer
/// than 200. A few hundred at most.
std::vector<ScatterName> scatterNames(const ScatterSubject& subject, const ScatterFrame& frame, int level,
                                      std::optional<uint32_t> hovered);

/// Takes each name in turn that fits into the frame and meets none taken before.
std::vector<DiskLabel> placeScatterNames(const std::vector<ScatterName>& names, const ScatterSubject& subject,
                                         const ScatterFrame& frame, const DiskLabelOptions& options);

}  // namespace horo::views
