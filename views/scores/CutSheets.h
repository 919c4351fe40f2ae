// What all ways to cut a text cost, and how far they agree, as score sheets.
#pragma once

#include "views/scores/ScoreSheet.h"

namespace horo::views {

/// Bits a symbol with and without inventory, a line for each segmentation of the text, and the boundary F1 of
/// all pairs (finest levels, no tolerance) where there are two or more. Pairs are not compared where all cuts
/// together are more than four million; a warning then says so.
std::vector<ScoreSheet> cutSheets(const Workspace& workspace, const Object& text);

}  // namespace horo::views
