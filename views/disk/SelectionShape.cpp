#include "views/disk/SelectionShape.h"

#include <QLineF>
#include <QPainter>
#include <algorithm>

namespace horo::views {

namespace {

constexpr double leastStep = 2;  ///< pixels

double distance(QPointF at, QPointF a, QPointF b) {
    const QPointF along = b - a, from = at - a;
    const double length = QPointF::dotProduct(along, along);
    const double t = length > 0 ? std::clamp(QPointF::dotProduct(from, along) / length, 0.0, 1.0) : 0;
    return QLineF(at, a + t * along).length();
}

}  // namespace

void SelectionShape::begin(SelectBy how, QPointF at) {
    how_ = how;
    path_ = {at};
}

void SelectionShape::extend(QPointF at) {
    if (path_.isEmpty()) return;
    if (how_ == SelectBy::Rectangle)
        path_ = {path_.front(), at};
    else if (QLineF(path_.back(), at).length() > leastStep)
        path_ << at;
}

bool SelectionShape::isEmpty() const {
    if (how_ == SelectBy::Brush) return path_.isEmpty();
    return path_.size() < (how_ == SelectBy::Rectangle ? 2 : 3);
}

QRectF SelectionShape::bounds() const {
    const QRectF bounds = path_.boundingRect();
    if (how_ != SelectBy::Brush) return bounds;
    return bounds.adjusted(-brushRadius, -brushRadius, brushRadius, brushRadius);
}

bool SelectionShape::contains(QPointF at) const {
    if (how_ == SelectBy::Lasso) return path_.containsPoint(at, Qt::OddEvenFill);
    if (how_ == SelectBy::Rectangle) return bounds().contains(at);
    for (qsizetype i = 0; i < path_.size(); ++i)
        if (distance(at, path_[std::max<qsizetype>(0, i - 1)], path_[i]) <= brushRadius) return true;
    return false;
}

void SelectionShape::paint(QPainter& painter, const QColor& accent) const {
    if (path_.isEmpty() || (how_ != SelectBy::Brush && path_.size() < 2)) return;
    QColor fill = accent;
    if (how_ == SelectBy::Brush) {
        fill.setAlphaF(0.18f);
        painter.setPen(QPen(fill, 2 * brushRadius, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        if (path_.size() == 1) return painter.drawPoint(path_.front());
        return painter.drawPolyline(path_);
    }
    fill.setAlphaF(0.05f);
    QPen pen(accent, 1.2);
    pen.setDashPattern({4 / 1.2, 3 / 1.2});
    painter.setPen(pen);
    painter.setBrush(fill);
    if (how_ == SelectBy::Rectangle) return painter.drawRect(bounds());
    painter.drawPolygon(path_);
}

}  // namespace horo::views
