#include "views/text/TextFigure.h"

#include <QObject>
#include <QPainter>
#include <algorithm>

#include "views/kit/NumberText.h"
#include "views/text/UnitCard.h"

namespace horo::views {

namespace {

constexpr size_t mostRows = 40;
constexpr uint64_t mostBytes = 64 * 1024;  ///< enough for the rows, whatever the text
constexpr double width = 480, scale = 7.0 / 12;

QString captionOf(const UnitText& text, const TextMarks& marks, const TextRows& rows, size_t shown) {
    if (!text.segmentation())
        return QObject::tr("Bytes %1 to %2 of %3.")
            .arg(countText(static_cast<qint64>(rows.row(0).begin)),
                 countText(static_cast<qint64>(rows.row(shown - 1).end)),
                 countText(static_cast<qint64>(text.bytes().size())));
    const size_t units = text.units(marks.level);
    const uint64_t end = rows.row(shown - 1).end;
    const auto first = text.unitAt(marks.level, rows.row(0).begin), last = text.unitAt(marks.level, end - 1);
    QString caption = QObject::tr("Units %1 to %2 of %3.")
                          .arg(countText(static_cast<qint64>(first.value_or(0) + 1)),
                               countText(static_cast<qint64>(last.value_or(units - 1) + 1)),
                               countText(static_cast<qint64>(units)));
    if (marks.chosen)
        caption += QObject::tr(" Outlined: '%1', %2 of all units.")
                       .arg(visibleLabel(text.segmentation()->inventory[*marks.chosen], 40),
                            countText(static_cast<qint64>(text.occurrences(marks.level, *marks.chosen))));
    return caption;
}

}  // namespace

Figure textFigure(const std::shared_ptr<const UnitText>& text, const TextMarks& marks, uint64_t top) {
    Figure figure;
    figure.preferredSize = {width, width / 2};
    if (!text || top >= text->bytes().size()) return figure;
    const TextGrid grid;
    const int columns = static_cast<int>(width / (grid.cell * scale)) - 1;
    const TextRows rows(text->bytes(), columns, top,
                        std::min<uint64_t>(text->bytes().size(), top + mostBytes));
    const size_t shown = std::min(rows.size(), mostRows);
    figure.preferredSize = {width, static_cast<double>(shown) * grid.height * scale};
    TextMarks still = marks;
    still.hovered.reset();
    figure.paint = [text, still, rows, shown](QPainter& painter, QSizeF size) {
        const TextGrid grid;
        const Theme paper = Theme::builtIn(false);
        const double fit = scale * std::min(1.0, size.width() / width);
        painter.save();
        painter.scale(fit, fit);
        for (size_t i = 0; i < shown; ++i)
            paintTextRow(painter, QPointF(0, static_cast<double>(i) * grid.height), *text, rows.row(i), still,
                         grid, paper);
        painter.restore();
    };
    figure.caption = captionOf(*text, marks, rows, shown);
    return figure;
}

}  // namespace horo::views
