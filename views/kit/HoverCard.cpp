#include "views/kit/HoverCard.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <array>
#include <limits>

#include "views/kit/HoverCardLayout.h"
#include "views/theme/Metrics.h"
#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"
#include "views/theme/ThemeSource.h"

namespace horo::views {

namespace {

constexpr int away = 16, wait = 80, fading = 120;

}  // namespace

HoverCard::HoverCard(QWidget* canvas) : QWidget(canvas) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
    delay_.setSingleShot(true);
    delay_.setInterval(wait);
    connect(&delay_, &QTimer::timeout, this, &HoverCard::appear);
    fade_.setEasingCurve(QEasingCurve::OutCubic);
    connect(&fade_, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        opacity_ = value.toDouble();
        setVisible(opacity_ > 0);
        update();
    });
}

void HoverCard::point(const HoverContent& content, const QPoint& position) {
    const bool same = content.name == content_.name && content.path == content_.path;
    content_ = content;
    pointer_ = position;
    if (isVisible() && same) return appear();
    if (isVisible()) fadeTo(0);
    delay_.start();
}

void HoverCard::leave() {
    delay_.stop();
    content_ = {};
    fadeTo(0);
}

QRect HoverCard::card() const {
    const int margin = shadowMargin();
    return geometry().adjusted(margin, margin, -margin, -margin);
}

void HoverCard::appear() {
    const int margin = shadowMargin();
    setGeometry(emptiestPlace(HoverCardLayout(content_).size).adjusted(-margin, -margin, margin, margin));
    setAccessibleName(content_.name);
    raise();
    update();
    fadeTo(1);
}

QRect HoverCard::emptiestPlace(const QSize& size) const {
    const QRect canvas = parentWidget()->rect();
    const int w = size.width(), h = size.height();
    const std::array places{QRect(pointer_ + QPoint(away, away), size),
                            QRect(pointer_ + QPoint(-away - w, away), size),
                            QRect(pointer_ + QPoint(away, -away - h), size),
                            QRect(pointer_ + QPoint(-away - w, -away - h), size)};
    QRect best = places[0];
    double least = std::numeric_limits<double>::infinity();
    for (const QRect& place : places) {
        const QRect inside = place & canvas;
        const double hidden = w * h - inside.width() * inside.height();
        // A card that is cut off is worse than one over any crowd.
        const double cost = hidden * 1e6 + (crowding_ ? crowding_(place) : 0);
        if (cost < least) least = cost, best = place;
    }
    if (best.right() > canvas.right()) best.moveRight(canvas.right());
    if (best.bottom() > canvas.bottom()) best.moveBottom(canvas.bottom());
    best.moveTopLeft({std::max(best.left(), canvas.left()), std::max(best.top(), canvas.top())});
    return best;
}

void HoverCard::fadeTo(double opacity) {
    fade_.stop();
    fade_.setDuration(ThemeSource::instance().duration(fading));
    fade_.setStartValue(opacity_);
    fade_.setEndValue(opacity);
    if (fade_.duration() == 0 || opacity_ == opacity) {
        opacity_ = opacity;
        setVisible(opacity > 0);
        update();
    } else {
        if (opacity > 0) show();
        fade_.start();
    }
}

void HoverCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setOpacity(opacity_);
    const int margin = shadowMargin();
    const QRect place = rect().adjusted(margin, margin, -margin, -margin);
    paintShadow(painter, place, metrics::cardRadius);
    paintBox(painter, place, metrics::cardRadius, colour(Token::Raise), colour(Token::Line2));
    painter.translate(place.topLeft());
    HoverCardLayout(content_).paint(painter, content_);
}

}  // namespace horo::views
