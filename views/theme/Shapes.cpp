#include "views/theme/Shapes.h"

#include <QtGui/QPainter>
#include <QtGui/QPixmap>

#include <algorithm>
#include <cmath>

#include "views/theme/Theme.h"

namespace horo::views {

void paintBox(QPainter& painter, const QRectF& rect, double radius, const QColor& fill,
              const QColor& border) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (border.isValid()) {
        painter.setPen(QPen(border, 1));
        painter.drawRoundedRect(rect.adjusted(.5, .5, -.5, -.5), radius - .5, radius - .5);
    } else {
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(rect, radius, radius);
    }
    painter.restore();
}

void paintEdge(QPainter& painter, const QRectF& rect, Qt::Edge edge, const QColor& colour) {
    QRectF line = rect;
    switch (edge) {
        case Qt::TopEdge:
            line.setHeight(1);
            break;
        case Qt::BottomEdge:
            line.setTop(rect.bottom() - 1);
            break;
        case Qt::LeftEdge:
            line.setWidth(1);
            break;
        case Qt::RightEdge:
            line.setLeft(rect.right() - 1);
            break;
    }
    painter.fillRect(line, colour);
}

namespace {

// A blurred rounded box: opacity falls with the distance from the box, as a Gaussian's integral does.
QImage shadowPatch(int margin, int radius, double ratio) {
    const Theme& theme = Theme::current();
    const int side = 2 * (margin + radius) + 1;
    QImage image(QSize(side, side) * ratio, QImage::Format_ARGB32_Premultiplied);
    const QColor colour = theme.colour(Token::Shadow);
    const double sigma = theme.shadow().blur / 2.0, centre = side / 2.0, half = centre - margin - radius;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const double dx = std::max(std::abs((x + .5) / ratio - centre) - half, 0.0);
            const double dy = std::max(std::abs((y + .5) / ratio - centre) - half, 0.0);
            const double distance = std::hypot(dx, dy) - radius;
            const double weight = .5 * std::erfc(distance / (sigma * std::sqrt(2.0)));
            const int alpha = static_cast<int>(std::lround(colour.alpha() * weight));
            image.setPixel(x, y, qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(), alpha)));
        }
    return image;
}

}  // namespace

int shadowMargin() {
    return Theme::current().shadow().blur + Theme::current().shadow().offset;
}

void paintShadow(QPainter& painter, const QRect& card, int radius) {
    static QImage patch;
    static QColor patchColour;
    static double patchRatio = 0;
    static int patchRadius = -1;
    const Theme& theme = Theme::current();
    const int margin = theme.shadow().blur, corner = margin + radius;
    const double ratio = painter.device()->devicePixelRatioF();
    if (patchColour != theme.colour(Token::Shadow) || patchRatio != ratio || patchRadius != radius) {
        patch = shadowPatch(margin, radius, ratio);
        patchColour = theme.colour(Token::Shadow), patchRatio = ratio, patchRadius = radius;
    }
    const QRectF outer =
        QRectF(card).adjusted(-margin, -margin, margin, margin).translated(0, theme.shadow().offset);
    const double source[] = {0, corner * ratio, corner * ratio + ratio, static_cast<double>(patch.width())};
    const double x[] = {outer.left(), outer.left() + corner, outer.right() - corner, outer.right()};
    const double y[] = {outer.top(), outer.top() + corner, outer.bottom() - corner, outer.bottom()};
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column)
            painter.drawImage(
                QRectF(QPointF(x[column], y[row]), QPointF(x[column + 1], y[row + 1])), patch,
                QRectF(QPointF(source[column], source[row]), QPointF(source[column + 1], source[row + 1])));
}

}  // namespace horo::views
