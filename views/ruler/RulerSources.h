// What a workspace holds about one text: the ways to cut it, and numbers along it.
#pragma once

#include "core/data/workspace.h"
#include "views/ruler/RulerPaint.h"
#include "views/ruler/RulerSettings.h"

namespace horo::views {

/// Segmentations that were made of a text, in the workspace's order.
std::vector<std::shared_ptr<const Object>> segmentationsOf(const Workspace& workspace, const Object& text);

/// A line for each segmentation that is not hidden, and bars for each array with a number a byte that was
/// made of the text. A segmentation that does not fit the text is left out. `known` keeps what was made
/// before, since counting units takes time.
RulerSubject rulerSubject(const Workspace& workspace, const Object& text, const RulerSettings& settings,
                          const RulerSubject& known);

}  // namespace horo::views
