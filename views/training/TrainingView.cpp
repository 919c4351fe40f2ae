#include "views/training/TrainingView.h"

#include <QPainter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "views/chart/CurveChart.h"
#include "views/chart/SmallMultiples.h"
#include "views/kit/EmptyState.h"
#include "views/kit/Ground.h"
#include "views/kit/ViewHeader.h"
#include "views/theme/Theme.h"
#include "views/view/ViewClass.h"

namespace horo::views {

namespace {

constexpr size_t sampledAbove = 3000;  ///< nodes beyond which the trainer scores a sample

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
    return {"training", tr("Training"), "chart", {Kind::Embedding}, {}};
}

TrainingView::TrainingView(WorkspaceModel& model, ViewState state, QWidget* parent)
    : View(model, std::move(state), parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    header_ = new ViewHeader("chart", tr("Training"));
    header_->setButtonsVisible(false, false, true);
    header_->setCounts(std::nullopt);
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
    lossPoints_ = mapPoints_ = 0;
    const auto object = state().objects.empty() ? nullptr : model().workspace().find(state().objects.front());
    const auto embedding = object ? object->as<Embedding>() : nullptr;
    const bool sampled = embedding && embedding->rows() > sampledAbove;
    double end = 0, burnin = 0;
    if (object && object->madeBy) {
        end = object->madeBy->planned;
        burnin = object->madeBy->parameters.value("burnin", 0.0);
    }
    Curve loss;
    loss.title = tr("Loss, mean per pair");
    loss.from = 0;
    if (end > 0) loss.end = end;
    if (burnin > 0) loss.marks.push_back({burnin, tr("burn-in ends")});
    Curve map;
    map.title = sampled ? tr("MAP, 500 sampled nodes")
                        : tr("MAP, all %L1 nodes").arg(embedding ? embedding->rows() : 0);
    map.token = Token::Ok;
    map.dots = true;
    map.from = 0;
    map.to = 1;
    if (end > 0) map.end = end;
    loss_ = charts_->addChart();
    loss_->setCurve(std::move(loss));
    map_ = charts_->addChart();
    map_->setCurve(std::move(map));
}

void TrainingView::refresh() {
    if (state().objects.empty()) return;
    const std::string& id = state().objects.front();
    const Curves curves = model().curvesOf(id);
    const auto loss = curves.find("loss");
    if (loss != curves.end() && loss->second.x.size() < lossPoints_) restart();  // another run
    const auto newLoss = pointsOf(curves, "loss", lossPoints_);
    const auto newMap = pointsOf(curves, "map", mapPoints_);
    if (!newLoss.empty()) loss_->append(newLoss);
    if (!newMap.empty()) map_->append(newMap);
    lossPoints_ += newLoss.size();
    mapPoints_ += newMap.size();
    stack_->setCurrentIndex(lossPoints_ + mapPoints_ > 0 ? 0 : 1);

    const auto* run = model().liveRun(id);
    header_->setObjectText(run ? QString::fromStdString(run->progress.doing)
                               : tr("%1 epochs").arg(lossPoints_ ? loss->second.x.back() : 0));
    QStringList remark;
    if (const auto rank = lastOf(curves, "mean_rank"))
        remark << tr("mean rank <b>%1</b>").arg(*rank, 0, 'f', 2);
    if (run && run->pairsPerSecond > 0)
        remark << tr("%1 M pairs/s").arg(run->pairsPerSecond / 1e6, 0, 'f', 2);
    header_->setRemark(remark.join(QStringLiteral("&nbsp;&nbsp;&nbsp;")));
}

Figure TrainingView::figure() const {
    const Figure loss = loss_->figure(), map = map_->figure();
    Figure both;
    both.preferredSize = {480, 180};
    both.paint = [loss, map](QPainter& painter, QSizeF size) {
        const QSizeF half((size.width() - 24) / 2, size.height());
        painter.save();
        loss.paint(painter, half);
        painter.translate(half.width() + 24, 0);
        map.paint(painter, half);
        painter.restore();
    };
    both.caption = tr("Loss and reconstruction MAP while training.");
    return both;
}

HOROCYCLE_VIEW(TrainingView);

}  // namespace horo::views
