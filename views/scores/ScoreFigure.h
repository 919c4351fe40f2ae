// Sheets of scores on paper.
#pragma once

#include "views/scores/ScoreSheet.h"
#include "views/view/Figure.h"

namespace horo::views {

/// The sheets below each other: spreads drawn, numbers in columns, each with how it was counted.
Figure scoreFigure(std::vector<ScoreSheet> sheets);

}  // namespace horo::views
