#include "views/text/TextPaint.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"

namespace horo::views {

namespace {

constexpr double gap = 0.75;     ///< on each side of a cut
constexpr double leading = 1.5;  ///< above and below a ground
constexpr double outline = 1.3;  ///< of what is chosen or hovered

QRectF placeOf(const UnitPiece& piece, QPointF origin, const TextGrid& grid) {
    const double left = piece.left * grid.cell + (piece.begins ? gap : 0);
    const double right = std::max(piece.right * grid.cell - (piece.ends ? gap : 0), left + 1);
    return {origin.x() + left, origin.y() + leading, right - left, grid.height - 2 * leading};
}

/// A box whose corners are round only where the unit itself ends.
QPainterPath groundOf(const UnitPiece& piece, const QRectF& place) {
    QPainterPath path;
    const double radius = std::min<double>(metrics::chunkRadius, place.width() / 2);
    path.addRoundedRect(place, radius, radius);
    path.setFillRule(Qt::WindingFill);
    if (!piece.begins) path.addRect(QRectF(place.topLeft(), QSizeF(radius, place.height())));
    if (!piece.ends) path.addRect(QRectF(place.right() - radius, place.top(), radius, place.height()));
    return path.simplified();
}

/// The outline, open where the unit goes on in another row.
void paintOutline(QPainter& painter, const UnitPiece& piece, const QRectF& place, const QColor& colour) {
    // Over the gap at its sides, so that the letters have air.
    const QRectF box = place.adjusted(outline / 2 - gap, outline / 2, gap - outline / 2, -outline / 2);
    painter.setPen(QPen(colour, outline));
    painter.setBrush(Qt::NoBrush);
    if (piece.begins && piece.ends) {
        painter.drawRoundedRect(box, metrics::chunkRadius - outline / 2, metrics::chunkRadius - outline / 2);
        return;
    }
    painter.drawLine(box.topLeft(), box.topRight());
    painter.drawLine(box.bottomLeft(), box.bottomRight());
    if (piece.begins) painter.drawLine(box.topLeft(), box.bottomLeft());
    if (piece.ends) painter.drawLine(box.topRight(), box.bottomRight());
}

void paintUnits(QPainter& painter, QPointF origin, const UnitText& text, const std::vector<UnitPiece>& pieces,
                const TextMarks& marks, const TextGrid& grid, const Theme& theme) {
    painter.setRenderHint(QPainter::Antialiasing);
    const double quiet = marks.chosen ? .55 : 1;
    for (const auto& piece : pieces) {
        const bool chosen = marks.chosen == text.labelOf(marks.level, piece.unit);
        const QColor ground = chosen                ? theme.colour(Token::Accent, .28)
                              : piece.unit % 2 == 0 ? theme.colour(Token::AccentSoft, quiet)
                                                    : theme.colour(Token::AccentLine, .58 * quiet);
        painter.fillPath(groundOf(piece, placeOf(piece, origin, grid)), ground);
    }
    for (const auto& piece : pieces) {
        const QRectF place = placeOf(piece, origin, grid);
        if (marks.hovered == piece.unit)
            paintOutline(painter, piece, place, theme.colour(Token::Accent));
        else if (marks.chosen == text.labelOf(marks.level, piece.unit))
            paintOutline(painter, piece, place, theme.colour(Token::Ink));
    }
}

void paintCells(QPainter& painter, QPointF origin, const std::vector<TextCell>& cells, bool breaks,
                const TextGrid& grid, const Theme& theme) {
    painter.setFont(grid.font);
    QFont noLigatures = grid.font;  // "->" is two bytes and should look like it
    noLigatures.setStyleStrategy(QFont::PreferNoShaping);
    const QFontMetricsF metrics(grid.font);
    const double base = origin.y() + (grid.height + metrics.ascent() - metrics.descent()) / 2;
    const auto put = [&](const TextCell& first, const QString& text, Token token) {
        painter.setPen(theme.colour(token));
        painter.drawText(QPointF(origin.x() + first.column * grid.cell, base), text);
    };
    const auto putAlone = [&](const TextCell& cell) {
        const double room = cell.width * grid.cell, wide = metrics.horizontalAdvance(cell.glyph);
        if (wide <= room * 1.1) return put(cell, cell.glyph, Token::T1);
        painter.save();
        painter.translate(origin.x() + cell.column * grid.cell, base);
        painter.scale(room / wide, 1);
        painter.setPen(theme.colour(Token::T1));
        painter.drawText(QPointF(), cell.glyph);
        painter.restore();
    };
    for (size_t i = 0; i < cells.size();) {
        const TextCell& first = cells[i];
        if (first.look == TextCell::Look::Plain) {
            // ASCII up to the next space is drawn in one piece; everything else stands in its own cell, so
            // that a glyph of another font cannot move the rest of the row.
            QString text;
            size_t next = i;
            const auto joins = [](const TextCell& cell) {
                return cell.look == TextCell::Look::Plain && cell.glyph.size() == 1 &&
                       cell.glyph[0] < QChar(0x80);
            };
            while (next < cells.size() && joins(cells[next]))
                text += cells[next++].glyph;
            if (next == i) {
                putAlone(first);
                ++i;
                continue;
            }
            painter.setFont(noLigatures);
            put(first, text, Token::T1);
            painter.setFont(grid.font);
            i = next;
            continue;
        }
        if (first.look == TextCell::Look::Spelled) put(first, first.glyph, Token::T3);
        if (first.look == TextCell::Look::Break && breaks) put(first, QStringLiteral("¶"), Token::T4);
        ++i;
    }
}

}  // namespace

std::vector<UnitPiece> unitPieces(const UnitText& text, size_t level, const TextRow& row,
                                  const std::vector<TextCell>& cells) {
    std::vector<UnitPiece> pieces;
    if (level >= text.levels() || cells.empty()) return pieces;
    const auto first = text.unitAt(level, row.begin);
    for (size_t unit = first.value_or(text.units(level)); unit < text.units(level); ++unit) {
        const Text::Piece bytes = text.bytesOf(level, unit);
        if (bytes.begin >= row.end) break;
        pieces.push_back({unit, columnOf(cells, std::max(bytes.begin, row.begin)),
                          columnOf(cells, std::min(bytes.end, row.end)), bytes.begin >= row.begin,
                          bytes.end <= row.end});
    }
    return pieces;
}

TextGrid::TextGrid()
    : font(views::font(FontRole::Mono)),
      cell(QFontMetricsF(font).horizontalAdvance(QLatin1Char('0'))),
      height(lineHeight(FontRole::Mono) + 4) {}

void paintTextRow(QPainter& painter, QPointF origin, const UnitText& text, const TextRow& row,
                  const TextMarks& marks, const TextGrid& grid, const Theme& theme) {
    const auto cells = textCells(text.bytes(), row.begin, row.end);
    if (text.segmentation())
        paintUnits(painter, origin, text, unitPieces(text, marks.level, row, cells), marks, grid, theme);
    paintCells(painter, origin, cells, text.segmentation() != nullptr, grid, theme);
}

}  // namespace horo::views
