// Segmentations as JSON.
#pragma once

#include <string>
#include <string_view>

#include "core/data/segmentation.h"

namespace horo {

/// {"length", "unit", "spans": [{"start", "end", "level", "label"}]}, sorted by level, then start.
HOROCYCLE_EXPORT std::string segmentationText(const Segmentation& segmentation);

/// Spans may come in any order. Error: no such JSON, a gap, an overlap, levels that do not nest (the place
/// named).
HOROCYCLE_EXPORT Result<Segmentation> segmentationFromText(std::string_view text, const std::string& place);

}  // namespace horo
