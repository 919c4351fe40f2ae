#include "views/kit/ThinProgressBar.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"
#include "views/theme/ThemeSource.h"

namespace horo::views {

ThinProgressBar::ThinProgressBar(int thickness, QWidget* parent) : QWidget(parent), thickness_(thickness) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("progress"));
    timer_.setInterval(33);
    connect(&timer_, &QTimer::timeout, this, [this] {
        phase_ = std::fmod(phase_ + .02, 2.0);
        update();
    });
}

void ThinProgressBar::setShare(std::optional<double> share) {
    if (share) share = std::clamp(*share, 0.0, 1.0);
    if (share == share_) return;
    share_ = share;
    setAccessibleDescription(share ? tr("%1 %").arg(qRound(*share * 100)) : tr("running"));
    animate();
    update();
}

void ThinProgressBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QRectF track(0, (height() - thickness_) / 2.0, width(), thickness_);
    const double radius = thickness_ / 2.0;
    paintBox(painter, track, radius, colour(Token::Line));
    if (share_) {
        track.setWidth(*share_ > 0 ? std::max<double>(thickness_, *share_ * width()) : 0);
    } else {
        const double length = width() * .3, way = phase_ < 1 ? phase_ : 2 - phase_;
        track = QRectF(way * (width() - length), track.top(), length, thickness_);
    }
    if (track.width() > 0) paintBox(painter, track, radius, colour(Token::Accent));
}

void ThinProgressBar::showEvent(QShowEvent*) {
    animate();
}

void ThinProgressBar::hideEvent(QHideEvent*) {
    timer_.stop();
}

void ThinProgressBar::animate() {
    const bool moves = !share_ && isVisible() && ThemeSource::instance().duration(120) > 0;
    if (moves && !timer_.isActive()) timer_.start();
    if (!moves) timer_.stop();
}

}  // namespace horo::views
