#include "views/training/TrainingView.h"

#include <QPainter>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "views/chart/CurveChart.h"
#include "views/chart/SmallMultiples.h"
#include "views/kit/EmptyState.h"
#include "views/kit/Ground.h"
#include "views/kit/ScoreName.h"
#include "views/kit/ViewHeader.h"
#include "views/theme/Theme.h"
#include "views/training/StateScrubber.h"
#include "views/view/ViewClass.h"

namespace horo::views {

namespace {

constexpr size_t sampledAbove = 3000;  ///< nodes beyond which the trainer scores a sample
constexpr size_t mostCharts = 4;

/// Curves whose last value stands in the header instead.
bool isInHeader(std::string_view name) {
    return name == "mean_rank" || name.ends_with("_per_second");
}

std::vector<QPointF> pointsOf(const Curves& curves, std::string_view name, size_t first) {
    std::vector<QPointF> points;
    if (const auto found = curves.find(name); found != curves.end())
        for (size_t i = first; i < found->second.x.size(); ++i)
            points.emplace_back(found->second.x[i], found->second.y[i]);
    return points;
}

std::optional<double> lastOf(const Curves& curves, std::string_view name) {
    const auto found = curves.find(name);
    if (found == curves.end() || found->second.y.empty()) return std::nullopt;
    return found->second.y.back();
}

}  // namespace

ViewType TrainingView::viewType() {
    return {"training", tr("Training"), "chart", {Kind::Embedding}, {}, ViewPlace::Below};
}

TrainingView::TrainingView(WorkspaceModel& model, ViewState state, QWidget* parent)
    : View(model, std::move(state), parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    header_ = new ViewHeader("chart", tr("Training"));
    header_->setButtonsVisible(false, false, true);
    header_->setCounts(std::nullopt);
    scrubber_ = new StateScrubber(model, this);
    if (!this->state().objects.empty()) scrubber_->setObject(this->state().objects.front());
    header_->setOwnControl(scrubber_);
    column->addWidget(header_);
    auto* holder = new QWidget;
    setGround(*holder, Token::Canvas);
    stack_ = new QStackedLayout(holder);
    stack_->setContentsMargins(8, 4, 8, 4);
    charts_ = new SmallMultiples;
    stack_->addWidget(charts_);
    auto* empty = new EmptyState(tr("Run a training to see its loss and MAP move here."));
    stack_->addWidget(empty);
    column->addWidget(holder, 1);
    connect(header_, &ViewHeader::exportRequested, this, &View::exportRequested);
    const auto mine = [this](const std::string& id) {
        if (!this->state().objects.empty() && id == this->state().objects.front()) refresh();
    };
    connect(&model, &WorkspaceModel::runChanged, this, mine);
    connect(&model, &WorkspaceModel::objectsChanged, this, &TrainingView::refresh);
    restart();
    refresh();
}

void TrainingView::restart() {
    charts_->clear();
    measured_.clear();
    const auto object = state().objects.empty() ? nullptr : model().workspace().find(state().objects.front());
    if (!object || !object->madeBy || object->madeBy->method != "embed.taxonomy") return;
    for (const char* name : {"loss", "map"})  // both have their place from the start
        measured(name);
}

Curve TrainingView::curveOf(const std::string& name) const {
    const auto object = model().workspace().find(state().objects.front());
    const auto embedding = object ? object->as<Embedding>() : nullptr;
    Curve curve;
    curve.title = scoreName(name);
    curve.from = 0;
    if (name == "map") {
        const bool sampled = embedding && embedding->rows() > sampledAbove;
        curve.title = sampled ? tr("MAP, 500 sampled nodes")
                              : tr("MAP, all %L1 nodes").arg(embedding ? embedding->rows() : 0);
        curve.dots = true;
        curve.to = 1;
    }
    if (name != "loss" && !measured_.empty()) curve.token = Token::Ok;
    if (!object || !object->madeBy) return curve;
    if (object->madeBy->planned > 0) curve.end = object->madeBy->planned;
    const double burnin = object->madeBy->parameters.value("burnin", 0.0);
    if (name == "loss" && burnin > 0) curve.marks.push_back({burnin, tr("burn-in ends")});
    if (name == "loss" && object->madeBy->method == "embed.taxonomy") curve.title = tr("Loss, mean per pair");
    return curve;
}

TrainingView::Measured& TrainingView::measured(const std::string& name) {
    const auto known = std::ranges::find(measured_, name, &Measured::name);
    if (known != measured_.end()) return *known;
    Curve curve = curveOf(name);
    measured_.push_back({name, charts_->addChart()});
    measured_.back().chart->setCurve(std::move(curve));
    return measured_.back();
}

void TrainingView::refresh() {
    if (state().objects.empty()) return;
    const std::string& id = state().objects.front();
    const Curves curves = model().curvesOf(id);
    for (const auto& each : measured_)
        if (const auto curve = curves.find(each.name);
            curve != curves.end() && curve->second.x.size() < each.points) {
            restart();  // another run
            break;
        }
    size_t points = 0;
    double last = 0;
    for (const auto& [name, curve] : curves) {
        const bool known = std::ranges::find(measured_, name, &Measured::name) != measured_.end();
        if (isInHeader(name) || (!known && measured_.size() >= mostCharts)) continue;
        Measured& shown = measured(name);
        const auto more = pointsOf(curves, name, shown.points);
        if (!more.empty()) shown.chart->append(more);
        points += shown.points += more.size();
        if (!curve.x.empty()) last = std::max(last, curve.x.back());
    }
    stack_->setCurrentIndex(points > 0 ? 0 : 1);

    const auto* run = model().liveRun(id);
    header_->setObjectText(run ? QString::fromStdString(run->progress.doing) : tr("%1 epochs").arg(last));
    QStringList remark;
    if (const auto rank = lastOf(curves, "mean_rank"))
        remark << tr("mean rank <b>%1</b>").arg(*rank, 0, 'f', 2);
    if (run && run->pairsPerSecond > 0)
        remark << tr("%1 M pairs/s").arg(run->pairsPerSecond / 1e6, 0, 'f', 2);
    header_->setRemark(remark.join(QStringLiteral("&nbsp;&nbsp;&nbsp;")));
}

Figure TrainingView::figure() const {
    std::vector<Figure> parts;
    QStringList names;
    for (const auto& each : measured_) {
        parts.push_back(each.chart->figure());
        names << QString::fromStdString(each.name == "map" ? "MAP" : each.name).replace('_', ' ');
    }
    Figure all;
    all.preferredSize = {parts.size() < 2 ? 300.0 : 240.0 * static_cast<double>(parts.size()), 180};
    all.paint = [parts](QPainter& painter, QSizeF size) {
        const auto count = static_cast<double>(parts.size());
        const QSizeF share((size.width() - 24 * (count - 1)) / count, size.height());
        painter.save();
        for (const auto& part : parts) {
            part.paint(painter, share);
            painter.translate(share.width() + 24, 0);
        }
        painter.restore();
    };
    all.caption = tr("While training: %1.").arg(names.join(QStringLiteral(", ")));
    return all;
}

HOROCYCLE_VIEW(TrainingView);

}  // namespace horo::views
