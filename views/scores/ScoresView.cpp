#include "views/scores/ScoresView.h"

#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "views/kit/Buttons.h"
#include "views/kit/EmptyState.h"
#include "views/kit/Ground.h"
#include "views/kit/ViewHeader.h"
#include "views/scores/CardColumns.h"
#include "views/scores/ScoreCard.h"
#include "views/scores/ScoreFigure.h"
#include "views/theme/Metrics.h"
#include "views/view/ViewClass.h"

namespace horo::views {

namespace {
constexpr int cardWidth = 320;
}

ViewType ScoresView::viewType() {
    return {"scores", tr("Scores"), "table", {Kind::Embedding, Kind::Text}, {}, ViewPlace::Below};
}

ScoresView::ScoresView(WorkspaceModel& model, ViewState state, QWidget* parent)
    : View(model, std::move(state), parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    header_ = new ViewHeader("table", tr("Scores"));
    header_->setButtonsVisible(false, false, true);
    header_->setCounts(std::nullopt);
    column->addWidget(header_);
    auto* holder = new QWidget;
    setGround(*holder, Token::Canvas);
    stack_ = new QStackedLayout(holder);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setGround(*scroll, Token::Canvas);
    page_ = new QWidget;
    setGround(*page_, Token::Canvas);
    scroll->setWidget(page_);
    stack_->addWidget(scroll);
    auto* empty = new EmptyState(tr("Measure how well this embedding holds the hierarchy."), tr("Measure"));
    stack_->addWidget(empty);
    column->addWidget(holder, 1);
    cards_ = new CardColumns(cardWidth, metrics::panelPadding, page_);
    cards_->setContentsMargins(metrics::panelPadding, metrics::panelPadding, metrics::panelPadding,
                               metrics::panelPadding);
    connect(empty, &EmptyState::activated, this,
            [this] { Q_EMIT measureRequested(this->state().objects.front()); });
    connect(header_, &ViewHeader::exportRequested, this, &View::exportRequested);
    connect(&model, &WorkspaceModel::objectsChanged, this, &ScoresView::refresh);
    refresh();
}

std::vector<ScoreSheet> ScoresView::sheets() const {
    if (state().objects.empty()) return {};
    return sheetsOf(model().workspace(), state().objects.front());
}

void ScoresView::refresh() {
    cards_->clear();
    const auto all = sheets();
    const auto shown = state().objects.empty() ? nullptr : model().workspace().find(state().objects.front());
    header_->setObjectText(shown ? QString::fromStdString(shown->name) : QString());
    stack_->setCurrentIndex(all.empty() ? 1 : 0);
    if (all.empty()) return;
    for (const ScoreSheet& sheet : all)
        cards_->addWidget(new ScoreCard(sheet));
    if (shown->kind() != Kind::Embedding) return page_->updateGeometry();
    auto* again = new PlainButton(tr("Measure again"));
    connect(again, &QPushButton::clicked, this, [this] { Q_EMIT measureRequested(state().objects.front()); });
    cards_->addWidget(again);
    cards_->setAlignment(again, Qt::AlignLeft);
    page_->updateGeometry();
}

Figure ScoresView::figure() const {
    return scoreFigure(sheets());
}

HOROCYCLE_VIEW(ScoresView);

}  // namespace horo::views
