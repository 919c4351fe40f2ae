#include "views/scatter/ScatterFigure.h"

#include <QImage>
#include <QObject>
#include <QPainter>
#include <algorithm>
#include <memory>

#include "views/disk/DiskPainter.h"
#include "views/disk/DiskScene.h"
#include "views/disk/RowsCanvas.h"
#include "views/kit/NumberText.h"
#include "views/scatter/ScatterNames.h"
#include "views/scatter/ScatterPicture.h"
#include "views/tree/TreeFigure.h"

namespace horo::views {

namespace {

constexpr double textPoints = 7;
constexpr size_t rasterAbove = 20000;
constexpr double rasterDpi = 300;
/// Marks are chosen for a screen of about this many pixels across and scaled to the paper.
constexpr double screenSide = 640;

ScatterFrame frameOn(QSizeF size, const ScatterSubject& subject, const ScatterSettings& settings) {
    ScatterFrame frame =
        ScatterFrame::around(subject.grid.bounds().value_or(PlaneBox{0, 0, 1, 1}), size.width(),
                             size.height(), std::min(size.width(), size.height()) / 20);
    if (settings.isHome()) return frame;
    frame.scale *= settings.zoom;
    frame.x = settings.x, frame.y = settings.y;
    return frame;
}

std::vector<uint32_t> rowsInSight(const ScatterSubject& subject, const ScatterFrame& frame) {
    std::vector<uint32_t> rows;
    subject.grid.eachIn(frame.box(), [&](const PointGrid::Point& point) { rows.push_back(point.row); });
    std::ranges::stable_partition(rows, [&](uint32_t row) { return !subject.rows.isSelected(row); });
    return rows;
}

void paintMarks(QPainter& painter, const ScatterSubject& subject, const ScatterFrame& frame,
                const std::vector<uint32_t>& rows, const DiskInk& ink, double unit) {
    const double alpha = rows.size() > 5000 ? diskMarkAlpha(rows.size()) : 0.95;
    const auto mark = [&](uint32_t row, QColor colour, float share, double line) {
        colour.setAlphaF(share);
        painter.setBrush(colour);
        const double radius = (subject.radii[row] / 4.0 + line) * unit;
        painter.drawEllipse(frame.pixel(subject.x[row], subject.y[row]), radius, radius);
    };
    painter.setPen(Qt::NoPen);
    // Selected rows are the last ones. All of their outlines lie below all of them.
    const auto selected =
        std::ranges::find_if(rows, [&](uint32_t row) { return subject.rows.isSelected(row); });
    for (auto row = rows.begin(); row != selected; ++row)
        mark(*row, QColor::fromRgb(subject.rows.colours[*row]), static_cast<float>(alpha), 0);
    for (auto row = selected; row != rows.end(); ++row)
        mark(*row, ink.ink, 1, 1.1);
    for (auto row = selected; row != rows.end(); ++row)
        mark(*row, QColor::fromRgb(subject.rows.colours[*row]), 1, 0);
}

void paintLayer(QPainter& painter, QSizeF size, const ScatterSubject& subject, const ScatterFrame& frame,
                const ScatterShapes& shapes, const DiskInk& ink, double unit) {
    const double ratio = rasterDpi / 72;
    QImage layer((size * ratio).toSize(), QImage::Format_RGB32);
    layer.fill(Qt::white);
    QPainter inner(&layer);
    inner.setRenderHint(QPainter::Antialiasing);
    inner.scale(ratio, ratio);
    shapes.paintGround(inner, subject, frame, ink, unit);
    inner.end();
    ScatterSubject scaled = subject;
    for (uint8_t& radius : scaled.radii)
        radius = static_cast<uint8_t>(std::max(1.0, radius * unit));
    scaled.gatherMarks();
    ScatterPicture().paint(layer, scaled, frame, ink, ratio, ScatterDetail::Full);
    painter.drawImage(QRectF({}, size), layer);
}

void paintNames(QPainter& painter, const ScatterSubject& subject, const ScatterSettings& settings,
                const ScatterFrame& frame, const DiskInk& ink) {
    DiskLabelOptions options;
    options.lineHeight = ink.textHeight;
    options.areaPerLabel = 9000 * (textPoints / 11) * (textPoints / 11);
    options.widest = 100;
    measureBy(options, ink, false);
    const DiskPainter disk(DiskFrame{}, ink);
    for (const DiskLabel& label :
         placeScatterNames(scatterNames(subject, frame, settings.level, {}), subject, frame, options))
        disk.label(painter, label, QPointF(label.box.left, label.box.top),
                   label.row == subject.rows.focusRow());
}

void paintPage(QPainter& painter, QSizeF size, const ScatterSubject& subject, const ScatterSettings& settings,
               const std::optional<OrderCone>& cone) {
    const DiskInk ink = DiskInk::ofPaper(textPoints);
    const double unit = std::clamp(std::min(size.width(), size.height()) / screenSide, 0.4, 1.0);
    const ScatterFrame frame = frameOn(size, subject, settings);
    ScatterShapes shapes = ScatterShapes::of(subject, frame, settings);
    shapes.cone = cone;
    const auto rows = rowsInSight(subject, frame);
    if (rows.size() <= rasterAbove) {
        shapes.paintGround(painter, subject, frame, ink, unit);
        paintMarks(painter, subject, frame, rows, ink, unit);
    } else {
        paintLayer(painter, size, subject, frame, shapes, ink, unit);
    }
    shapes.paintLines(painter, subject, frame, ink, unit);
    if (settings.labels) paintNames(painter, subject, settings, frame, ink);
}

QString captionOf(const ScatterFigureInput& input, size_t inSight) {
    const QString name =
        input.objectName.empty() ? QObject::tr("The embedding") : QString::fromStdString(input.objectName);
    QString text = QObject::tr("%1 (%2 / %3 rows).")
                       .arg(name, countText(static_cast<qint64>(inSight)),
                            countText(static_cast<qint64>(input.subject.size())));
    if (!input.columns.empty()) text += QStringLiteral(" %1.").arg(QString::fromStdString(input.columns));
    if (!input.colourName.empty())
        text += QObject::tr(" Coloured by %1.").arg(QString::fromStdString(input.colourName));
    if (const size_t trails = input.subject.trails.drawn(input.subject.rows).size(); trails > 0)
        text += QObject::tr(" %1 lines come from where rows were before (%2).")
                    .arg(countText(static_cast<qint64>(trails)),
                         QString::fromStdString(input.subject.trails.from));
    if (input.cone)
        text += QObject::tr(" The shaded corner is what the order embedding places below %1.")
                    .arg(QString::fromStdString(input.subject.rows.label(input.cone->row)));
    return text;
}

}  // namespace

Figure scatterFigure(const ScatterFigureInput& input) {
    Figure figure;
    figure.preferredSize = {340, 300};
    if (input.hues && input.subject.rows.tree()) {
        figure.legendTitle = QObject::tr("Branch, level %1").arg(input.settings.level);
        figure.legend = branchLegend(*input.subject.rows.hierarchy(), *input.subject.rows.tree(), *input.hues,
                                     input.settings.level, 12, figure.legendNote);
    }
    const auto subject = std::make_shared<const ScatterSubject>(input.subject);
    figure.paint = [subject, settings = input.settings, cone = input.cone](QPainter& painter, QSizeF size) {
        paintPage(painter, size, *subject, settings, cone);
    };
    const ScatterFrame frame = frameOn(figure.preferredSize, *subject, input.settings);
    figure.caption = captionOf(input, rowsInSight(*subject, frame).size());
    return figure;
}

}  // namespace horo::views
