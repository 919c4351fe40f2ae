#include "views/chart/CurveChart.h"

#include <QtGui/QMouseEvent>

#include <algorithm>
#include <cmath>
#include <limits>

#include "views/chart/CurveInk.h"
#include "views/chart/QCustomPlotHeader.h"
#include "views/theme/Fonts.h"
#include "views/theme/ThemeSource.h"

namespace horo::views {

namespace {

/// Puts the ticks where AxisSteps has them.
class StepTicker : public QCPAxisTicker {
public:
    AxisSteps steps;

    void generate(const QCPRange&, const QLocale&, QChar, int, QVector<double>& ticks,
                  QVector<double>* subTicks, QVector<QString>* labels) override {
        const auto wanted = steps.ticks();
        ticks = QVector<double>(wanted.begin(), wanted.end());
        if (subTicks) subTicks->clear();
        if (!labels) return;
        labels->clear();
        for (const double tick : wanted)
            *labels << steps.text(tick);
    }
};

/// A layer of ours inside the plot, painted by the functions that figures use too.
class Layer : public QCPAbstractItem {
public:
    Layer(QCustomPlot* plot, const QString& layer, std::function<void(QPainter&)> paint)
        : QCPAbstractItem(plot), paint_(std::move(paint)) {
        setLayer(layer);
        setClipToAxisRect(false);
        setSelectable(false);
    }
    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

protected:
    void draw(QCPPainter* painter) override {
        painter->setAntialiasing(true);
        paint_(*painter);
    }

private:
    std::function<void(QPainter&)> paint_;
};

}  // namespace

struct CurveChart::Plot {
    Curve curve;
    CurveScale scale;
    int hovered = -1;
    QCustomPlot* widget = nullptr;
    QCPGraph* graph = nullptr;
    QSharedPointer<StepTicker> xTicker{new StepTicker}, yTicker{new StepTicker};

    CurvePlace place() const { return {curve, scale, QSizeF(widget->size())}; }
    /// The same with the area as QCustomPlot sees it: it draws its lowest value on the last row of pixels.
    CurvePlace shownPlace() const {
        CurvePlace shown = place();
        const QRect inside = widget->axisRect()->rect();
        shown.area = QRectF(inside.left(), inside.top() - 1, inside.width(), inside.height());
        return shown;
    }
};

CurveChart::CurveChart(QWidget* parent) : QWidget(parent), plot_(std::make_unique<Plot>()) {
    auto* widget = plot_->widget = new QCustomPlot(this);
    widget->setNoAntialiasingOnDrag(false);
    widget->setMouseTracking(true);
    widget->installEventFilter(this);
    widget->setFocusPolicy(Qt::NoFocus);
    widget->axisRect()->setAutoMargins(QCP::msNone);
    widget->axisRect()->setMinimumMargins({});
    plot_->graph = widget->addGraph();
    widget->xAxis->setTicker(plot_->xTicker);
    widget->yAxis->setTicker(plot_->yTicker);
    for (QCPAxis* axis : {widget->xAxis, widget->yAxis}) {
        axis->setSubTicks(false);
        axis->setTickPen(Qt::NoPen);
        axis->setTickLabelPadding(6);
    }
    widget->xAxis->setTickLabelPadding(5);
    widget->xAxis->grid()->setVisible(false);
    widget->yAxis->grid()->setZeroLinePen(Qt::NoPen);
    widget->yAxis->setBasePen(Qt::NoPen);
    new Layer(widget, QStringLiteral("background"), [plot = plot_.get()](QPainter& painter) {
        paintCurveGround(painter, plot->curve, plot->shownPlace(), Theme::current());
    });
    new Layer(widget, QStringLiteral("overlay"), [plot = plot_.get()](QPainter& painter) {
        paintCurveNotes(painter, plot->curve, plot->shownPlace(), Theme::current(), plot->hovered);
    });
    connect(&ThemeSource::instance(), &ThemeSource::changed, this, &CurveChart::recolour);
    setCurve({});
}

CurveChart::~CurveChart() {
    // The layers refer to the plot's values and die with the widget.
    delete plot_->widget;
}

void CurveChart::setCurve(Curve curve) {
    plot_->curve = std::move(curve);
    plot_->hovered = -1;
    plot_->scale = CurveScale::fitting(plot_->curve);
    QVector<double> x, y;
    for (const QPointF& point : plot_->curve.points) {
        x << point.x();
        y << (std::isfinite(point.y()) ? point.y() : std::numeric_limits<double>::quiet_NaN());
    }
    plot_->graph->setData(x, y, true);
    setAccessibleName(plot_->curve.title);
    recolour();
    rescale();
}

const Curve& CurveChart::curve() const {
    return plot_->curve;
}

const CurveScale& CurveChart::scale() const {
    return plot_->scale;
}

void CurveChart::append(const QPointF& point) {
    append(std::vector{point});
}

void CurveChart::append(const std::vector<QPointF>& points) {
    auto& known = plot_->curve.points;
    for (const QPointF& point : points) {
        if (!std::isfinite(point.x()) || (!known.empty() && point.x() <= known.back().x())) continue;
        known.push_back(point);
        plot_->graph->addData(
            point.x(), std::isfinite(point.y()) ? point.y() : std::numeric_limits<double>::quiet_NaN());
    }
    plot_->scale = CurveScale::fitting(plot_->curve, plot_->scale);
    rescale();
}

void CurveChart::setHovered(std::optional<double> x) {
    int nearest = -1;
    double least = std::numeric_limits<double>::infinity();
    const auto& points = plot_->curve.points;
    for (int i = 0; x && i < static_cast<int>(points.size()); ++i)
        if (std::isfinite(points[i].y()) && std::abs(points[i].x() - *x) < least)
            least = std::abs(points[i].x() - *x), nearest = i;
    if (nearest == plot_->hovered) return;
    plot_->hovered = nearest;
    plot_->widget->replot(QCustomPlot::rpQueuedReplot);
}

int CurveChart::hoveredPoint() const {
    return plot_->hovered;
}

Figure CurveChart::figure() const {
    Figure figure;
    figure.preferredSize = QSizeF(240, 150);
    figure.paint = [curve = plot_->curve](QPainter& painter, QSizeF size) {
        paintCurve(painter, curve, size, Theme::builtIn(false));
    };
    figure.caption = plot_->curve.title;
    return figure;
}

void CurveChart::resizeEvent(QResizeEvent*) {
    plot_->widget->setGeometry(rect());
    rescale();
}

bool CurveChart::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove) {
        const double x = plot_->widget->xAxis->pixelToCoord(static_cast<QMouseEvent*>(event)->position().x());
        setHovered(x);
        Q_EMIT hovered(x);
    } else if (event->type() == QEvent::Leave) {
        setHovered(std::nullopt);
        Q_EMIT hovered(std::nullopt);
    }
    return QWidget::eventFilter(watched, event);
}

void CurveChart::rescale() {
    const CurvePlace place = plot_->place();
    const QRectF& area = place.area;
    QCustomPlot& widget = *plot_->widget;
    widget.axisRect()->setMargins({qRound(area.left()), qRound(area.top()),
                                   qRound(widget.width() - area.right()),
                                   qRound(widget.height() - area.bottom())});
    plot_->xTicker->steps = plot_->scale.x;
    plot_->yTicker->steps = plot_->scale.y;
    widget.xAxis->setRange(plot_->scale.x.first, plot_->scale.x.last);
    widget.yAxis->setRange(plot_->scale.y.first, plot_->scale.y.last);
    widget.replot(QCustomPlot::rpQueuedReplot);
}

void CurveChart::recolour() {
    QCustomPlot& widget = *plot_->widget;
    widget.setBackground(colour(Token::Canvas));
    widget.xAxis->setBasePen(QPen(colour(Token::Line2), 1));
    widget.yAxis->grid()->setPen(QPen(colour(Token::Grid), 1));
    for (QCPAxis* axis : {widget.xAxis, widget.yAxis}) {
        axis->setTickLabelFont(views::font(FontRole::Tick));
        axis->setTickLabelColor(colour(Token::T3));
    }
    const QColor line = colour(plot_->curve.token);
    plot_->graph->setPen(QPen(line, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    plot_->graph->setScatterStyle(
        plot_->curve.dots ? QCPScatterStyle(QCPScatterStyle::ssDisc, line, line, 3.2) : QCPScatterStyle());
    widget.replot(QCustomPlot::rpQueuedReplot);
}

}  // namespace horo::views
