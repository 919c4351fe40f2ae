#include "views/space/SpacePainter.h"

#include <QPainter>

namespace horo::views {

namespace {

void drawLine(QPainter& painter, const SpaceScene& scene, const SpaceLine& line, QPolygonF& points) {
    points.clear();
    for (uint32_t i = line.first; i < line.first + line.count; ++i)
        points << QPointF(scene.pixels[i].real(), scene.pixels[i].imag());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(QColor::fromRgba(line.colour), line.width, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
    painter.drawPolyline(points);
}

}  // namespace

void paintSpaceMesh(QPainter& painter, const SpaceScene& scene) {
    QPolygonF points;
    for (const SpaceLine& line : scene.mesh)
        drawLine(painter, scene, line, points);
}

void paintSpaceContent(QPainter& painter, const SpaceScene& scene, const DiskInk& ink, double unit) {
    QPolygonF points;
    scene.inOrder([&](const SpaceLine& line) { drawLine(painter, scene, line, points); },
                  [&](const SpaceMark& mark) {
                      painter.setPen(mark.selected ? QPen(ink.ink, 1.1 * unit) : QPen(Qt::NoPen));
                      painter.setBrush(QColor::fromRgba(mark.colour));
                      painter.drawEllipse(QPointF(mark.x, mark.y), mark.radius, mark.radius);
                  });
}

void paintSpace(QPainter& painter, const SpaceScene& scene, const DiskInk& ink, double unit) {
    paintSpaceMesh(painter, scene);
    paintSpaceContent(painter, scene, ink, unit);
    paintSpaceFocus(painter, scene, ink, unit);
}

void paintSpaceFocus(QPainter& painter, const SpaceScene& scene, const DiskInk& ink, double unit) {
    if (scene.focus == DiskSubject::none) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink.ink, 1.6 * unit));
    for (auto mark = scene.marks.rbegin(); mark != scene.marks.rend() && mark->selected; ++mark)
        if (mark->row == scene.focus)
            painter.drawEllipse(QPointF(mark->x, mark->y), mark->radius + 3.5 * unit,
                                mark->radius + 3.5 * unit);
}

}  // namespace horo::views
