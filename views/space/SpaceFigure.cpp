#include "views/space/SpaceFigure.h"

#include <QFontMetricsF>
#include <QImage>
#include <QObject>
#include <QPainter>
#include <algorithm>
#include <memory>

#include "views/disk/DiskLabels.h"
#include "views/disk/DiskPainter.h"
#include "views/disk/RowsCanvas.h"
#include "views/kit/NumberText.h"
#include "views/space/SpaceNotes.h"
#include "views/space/SpacePainter.h"
#include "views/tree/TreeFigure.h"

namespace horo::views {

namespace {

constexpr double textPoints = 7;
constexpr size_t rasterAbove = 20000;
constexpr double rasterDpi = 300;
/// Marks and lines are chosen for a screen of about this many pixels across and scaled to the paper.
constexpr double screenSide = 640;

/// What lies outside the picture is left out, not clipped: QSvgGenerator drops clips.
void cut(SpaceScene& scene) {
    const auto inside = [&](double x, double y) {
        return x >= 0 && y >= 0 && x <= scene.width && y <= scene.height;
    };
    std::erase_if(scene.marks, [&](const SpaceMark& mark) { return !inside(mark.x, mark.y); });
    const auto leaves = [&](const SpaceLine& line) {
        return std::any_of(scene.pixels.begin() + line.first, scene.pixels.begin() + line.first + line.count,
                           [&](const std::complex<double>& p) { return !inside(p.real(), p.imag()); });
    };
    std::erase_if(scene.lines, leaves);
    std::erase_if(scene.mesh, leaves);
}

void paintNames(QPainter& painter, const SpaceSubject& subject, const SpaceSettings& settings,
                const SpaceScene& scene, const DiskInk& ink) {
    DiskLabelOptions options;
    options.level = settings.level;
    options.lineHeight = ink.textHeight;
    options.areaPerLabel = 9000 * (textPoints / 11) * (textPoints / 11);
    options.widest = 100;
    options.atRim = false;
    measureBy(options, ink, false);
    const DiskScene flat = scene.flat();
    const DiskFrame frame = scene.flatFrame();
    const DiskPainter disk(frame, ink);
    for (const DiskLabel& label :
         placeDiskLabels(subject.rows, flat, frame, DiskPicker(flat, frame), options))
        disk.label(painter, label, QPointF(label.box.left, label.box.top),
                   label.row == subject.rows.focusRow());
}

void paintPage(QPainter& painter, QSizeF size, const SpaceSubject& subject, const SpaceSettings& settings) {
    const DiskInk ink = DiskInk::ofPaper(textPoints);
    // Chosen at the size of a screen, so that a figure has the edges and marks that were looked at.
    const double unit = std::clamp(std::min(size.width(), size.height()) / screenSide, 0.4, 1.0);
    const SpaceSight sight =
        SpaceSight::of(subject.points, subject.axes, settings, size.width(), size.height());
    SpaceSceneBuilder builder(subject);
    SpaceSceneOptions options;
    options.edges = settings.edges, options.mesh = settings.mesh;
    options.edgeColour = ink.edge.rgba(), options.meshColour = ink.rim.rgba(), options.canvas = 0xFFFFFFFF;
    SpaceScene scene = builder.build(sight, DiskDetail::Full, options);
    cut(scene);
    const auto scale = static_cast<float>(unit);
    for (SpaceMark& mark : scene.marks)
        mark.radius *= scale;
    for (auto* lines : {&scene.lines, &scene.mesh})
        for (SpaceLine& line : *lines)
            line.width *= scale;
    paintSpaceMesh(painter, scene);
    if (scene.marks.size() + scene.lines.size() <= rasterAbove) {
        paintSpaceContent(painter, scene, ink, unit);
    } else {
        const double ratio = rasterDpi / 72;
        QImage layer((size * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
        layer.fill(Qt::transparent);
        QPainter inner(&layer);
        inner.setRenderHint(QPainter::Antialiasing);
        inner.scale(ratio, ratio);
        paintSpaceContent(inner, scene, ink, unit);
        inner.end();
        painter.drawImage(QRectF({}, size), layer);
    }
    paintSpaceFocus(painter, scene, ink, unit);
    if (settings.labels) paintNames(painter, subject, settings, scene, ink);
}

QString captionOf(const SpaceFigureInput& input, const SpaceSight& sight) {
    const SpaceSubject& subject = input.subject;
    const auto total = subject.rows.size(), drawn = std::min(total, SpaceSceneBuilder::stillLimit);
    const QString name =
        input.objectName.empty() ? QObject::tr("The embedding") : QString::fromStdString(input.objectName);
    const QString edges =
        subject.rows.edgeCount() && input.settings.edges
            ? QObject::tr(", %1 tree edges").arg(countText(static_cast<qint64>(subject.rows.edgeCount())))
            : QString();
    QString text =
        QObject::tr("%1, model: %2 (%3 / %4 nodes%5)")
            .arg(name,
                 spaceModelTitle(sight.shape.model(), subject.axes)
                     .toLower()
                     .replace(QStringLiteral("poincar"), QStringLiteral("Poincar"))
                     .replace(QStringLiteral("klein"), QStringLiteral("Klein")),
                 countText(static_cast<qint64>(drawn)), countText(static_cast<qint64>(total)), edges);
    if (subject.axes.isHyperbolic())
        text += QObject::tr("; K = %1, displayed radius is %2 \u03c1")
                    .arg(plainText(subject.axes.curvature), plainText(sight.projection.scale()));
    if (input.settings.mesh && sight.ringEvery > 0)
        text += QObject::tr(", rings every %1 units of distance").arg(plainText(sight.ringEvery));
    text += QStringLiteral(".");
    if (!subject.axes.name.empty())
        text += QStringLiteral(" %1.").arg(QString::fromStdString(subject.axes.name));
    if (!input.colourName.empty())
        text += QObject::tr(" Coloured by %1.").arg(QString::fromStdString(input.colourName));
    return text;
}

}  // namespace

Figure spaceFigure(const SpaceFigureInput& input) {
    Figure figure;
    figure.preferredSize = {320, 300};
    if (input.hues && input.subject.rows.tree()) {
        figure.legendTitle = QObject::tr("Branch, level %1").arg(input.settings.level);
        figure.legend = branchLegend(*input.subject.rows.hierarchy(), *input.subject.rows.tree(), *input.hues,
                                     input.settings.level, 12, figure.legendNote);
    }
    const auto subject = std::make_shared<const SpaceSubject>(input.subject);
    figure.paint = [subject, settings = input.settings](QPainter& painter, QSizeF size) {
        paintPage(painter, size, *subject, settings);
    };
    figure.caption =
        captionOf(input, SpaceSight::of(subject->points, subject->axes, input.settings, 320, 300));
    return figure;
}

}  // namespace horo::views
