// Scores as a page shows them: what a card says, before it is widgets or ink.
#pragma once

#include <QtCore/QStringList>
#include <memory>
#include <optional>
#include <vector>

#include "core/data/workspace.h"

namespace horo::views {

/// A number with its spread, to be drawn on an axis.
struct ScoreInterval {
    QString name;
    double low = 0, value = 0, high = 0;
    bool isOwn = true;  ///< false: what it is compared with
};

struct ScoreRow {
    QString name;
    QStringList values;               ///< one a column
    QString words;                    ///< how it was counted
    std::vector<double> shades = {};  ///< of the values' grounds, 0 to 1; empty = none
};

struct ScoreSheet {
    QString title, remark;
    std::optional<Verdict> verdict;
    QString intervalTitle;  ///< what the intervals are of
    std::vector<ScoreInterval> intervals;
    QStringList columns;  ///< heads; empty where there is one column without a head
    std::vector<ScoreRow> rows;
    QStringList warnings;
};

/// The sheets of the reports on an object: of an embedding also those on pictures made of it, of a text those
/// of all ways to cut it (CutSheets.h). Pictures of one parent stand beside each other in one sheet; numbers
/// of shuffled rows beside those of the rows.
std::vector<ScoreSheet> sheetsOf(const Workspace& workspace, const std::string& objectId);

}  // namespace horo::views
