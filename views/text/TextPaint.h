// Rows of a text and the grounds of their units, painted by any painter.
#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <optional>
#include <vector>

#include "views/text/TextCells.h"
#include "views/text/TextRows.h"
#include "views/text/UnitText.h"
#include "views/theme/Theme.h"

class QPainter;

namespace horo::views {

/// What a unit has of one row, in columns.
struct UnitPiece {
    size_t unit = 0;
    double left = 0, right = 0;
    bool begins = false, ends = false;  ///< the unit's own start and end, not that of the row
};

std::vector<UnitPiece> unitPieces(const UnitText& text, size_t level, const TextRow& row,
                                  const std::vector<TextCell>& cells);

/// Sizes of the grid on the screen; figures scale it.
struct TextGrid {
    QFont font;
    double cell;    ///< width of a character
    double height;  ///< of a row
    TextGrid();
};

/// What is emphasised.
struct TextMarks {
    size_t level = 0;
    std::optional<size_t> hovered;   ///< unit
    std::optional<uint32_t> chosen;  ///< label
};

/// Paints one row with its upper left corner at `origin`: grounds, then outlines, then characters.
void paintTextRow(QPainter& painter, QPointF origin, const UnitText& text, const TextRow& row,
                  const TextMarks& marks, const TextGrid& grid, const Theme& theme);

}  // namespace horo::views
