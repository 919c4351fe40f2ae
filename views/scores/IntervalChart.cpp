#include "views/scores/IntervalChart.h"

#include <QPainter>
#include <algorithm>

#include "views/chart/AxisSteps.h"
#include "views/kit/NumberText.h"
#include "views/theme/Fonts.h"

namespace horo::views {

namespace {
constexpr int screenLine = 20;
}

double intervalsHeight(size_t count, double line) {
    return line * (static_cast<double>(count) + 1.2);
}

void paintIntervals(QPainter& painter, const std::vector<ScoreInterval>& intervals, const QRectF& place,
                    const QFont& font, const Theme& theme) {
    if (intervals.empty()) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    double names = 0, most = 0;
    for (const auto& each : intervals) {
        names = std::max(names, metrics.horizontalAdvance(each.name));
        most = std::max({most, each.high, each.value});
    }
    names = std::min(names, place.width() * 0.35);
    const double values = metrics.horizontalAdvance(QStringLiteral("0.00 \u00b1 0.00"));
    const QRectF area(place.left() + names + 10, place.top(), place.width() - names - values - 26,
                      place.height());
    const double line = place.height() / (static_cast<double>(intervals.size()) + 1.2);
    const AxisSteps axis = AxisSteps::covering(0, most > 0 ? most : 1, 4);
    const auto x = [&](double value) {
        return area.left() + area.width() * std::clamp(value / axis.last, 0.0, 1.0);
    };
    double y = place.top();
    for (const auto& each : intervals) {
        const QColor ink = theme.colour(each.isOwn ? Token::Accent : Token::T3);
        const double middle = y + line / 2;
        painter.setPen(theme.colour(each.isOwn ? Token::T1 : Token::T2));
        painter.drawText(QRectF(place.left(), y, names, line), Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(each.name, Qt::ElideRight, names));
        painter.setPen(QPen(ink, 1.5));
        painter.drawLine(QPointF(x(each.low), middle), QPointF(x(each.high), middle));
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(QPointF(x((each.low + each.high) / 2), middle), line * 0.17, line * 0.17);
        painter.setPen(theme.colour(Token::T1));
        painter.drawText(
            QRectF(area.right() + 8, y, values + 8, line), Qt::AlignLeft | Qt::AlignVCenter,
            QStringLiteral("%1 \u00b1 %2")
                .arg(fixedText((each.low + each.high) / 2, 2), fixedText((each.high - each.low) / 2, 2)));
        y += line;
    }
    painter.setPen(QPen(theme.colour(Token::Line2), 1));
    painter.drawLine(QPointF(area.left(), y + 2), QPointF(area.right(), y + 2));
    painter.setPen(theme.colour(Token::T3));
    for (const double at : axis.ticks())
        painter.drawText(QRectF(x(at) - 30, y + 4, 60, line), Qt::AlignHCenter | Qt::AlignTop, axis.text(at));
    painter.restore();
}

IntervalChart::IntervalChart(std::vector<ScoreInterval> intervals, QWidget* parent)
    : QWidget(parent), intervals_(std::move(intervals)) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Intervals"));
}

QSize IntervalChart::sizeHint() const {
    return {280, static_cast<int>(intervalsHeight(intervals_.size(), screenLine))};
}

void IntervalChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintIntervals(painter, intervals_, rect(), views::font(FontRole::Meta), Theme::current());
}

}  // namespace horo::views
