#include "views/scores/ScoresView.h"
#include "views/kit/Capitalised.h"

#include <QGridLayout>
#include <QPainter>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <cmath>

#include "views/kit/Buttons.h"
#include "views/kit/EmptyState.h"
#include "views/kit/Ground.h"
#include "views/kit/Label.h"
#include "views/kit/NumberText.h"
#include "views/kit/ViewHeader.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/view/ViewClass.h"

namespace horo::views {

namespace {

constexpr int nameColumn = 104, valueColumn = 72;  ///< so that blocks stand in line

QString valueText(const Score& score) {
    if (!score.value) return QStringLiteral("not defined");
    const double value = *score.value;
    if (value == std::floor(value) && std::abs(value) < 1e12) return countText(static_cast<qint64>(value));
    return std::abs(value) < 10 ? fixedText(value, 4) : significantText(value, 5);
}

QString nameText(const std::string& key) {
    QString name = QString::fromStdString(key).replace('_', ' ');
    if (name == "map") return QStringLiteral("MAP");
    return capitalised(name);
}

}  // namespace

ViewType ScoresView::viewType() {
    return {"scores", tr("Scores"), "table", {Kind::Embedding}, {}, ViewPlace::Below};
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
    setGround(*scroll, Token::Canvas);
    page_ = new QWidget;
    setGround(*page_, Token::Canvas);
    scroll->setWidget(page_);
    stack_->addWidget(scroll);
    auto* empty = new EmptyState(tr("Measure how well this embedding holds the hierarchy."), tr("Measure"));
    stack_->addWidget(empty);
    column->addWidget(holder, 1);
    rows_ = new QVBoxLayout(page_);
    rows_->setContentsMargins(metrics::panelPadding, metrics::controlGap, metrics::panelPadding,
                              metrics::panelPadding);
    rows_->setSpacing(4);
    connect(empty, &EmptyState::activated, this,
            [this] { Q_EMIT measureRequested(this->state().objects.front()); });
    connect(header_, &ViewHeader::exportRequested, this, &View::exportRequested);
    connect(&model, &WorkspaceModel::objectsChanged, this, &ScoresView::refresh);
    refresh();
}

std::vector<std::shared_ptr<const Object>> ScoresView::reports() const {
    std::vector<std::shared_ptr<const Object>> found;
    if (state().objects.empty()) return found;
    for (const auto& object : model().workspace().objects) {
        if (object->kind() != Kind::Report || !object->madeBy) continue;
        for (const auto& [name, id] : object->madeBy->inputs)
            if (id == state().objects.front()) {
                found.push_back(object);
                break;
            }
    }
    return found;
}

void ScoresView::refresh() {
    while (QLayoutItem* item = rows_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto all = reports();
    const auto shown = state().objects.empty() ? nullptr : model().workspace().find(state().objects.front());
    header_->setObjectText(shown ? QString::fromStdString(shown->name) : QString());
    stack_->setCurrentIndex(all.empty() ? 1 : 0);
    for (const auto& object : all) {
        auto* block = new QWidget;
        auto* grid = new QGridLayout(block);
        grid->setContentsMargins(0, 0, 0, 8);
        grid->setHorizontalSpacing(16);
        grid->setVerticalSpacing(4);
        grid->setColumnMinimumWidth(0, nameColumn);
        grid->setColumnMinimumWidth(1, valueColumn);
        grid->setColumnStretch(2, 1);
        grid->addWidget(new Label(QString::fromStdString(object->name), FontRole::Title), 0, 0, 1, 2);
        int line = 1;
        for (const auto& score : object->as<Report>()->scores) {
            auto* value = new Label(valueText(score), FontRole::Base, Token::T1);
            value->setRole(FontRole::Base, QFont::Medium);
            value->setAlignment(Qt::AlignRight | Qt::AlignTop);
            value->setTextInteractionFlags(Qt::TextSelectableByMouse);
            QString words = QString::fromStdString(score.convention);
            if (score.n > 0) words += tr("; n = %L1").arg(score.n);
            auto* convention = new Label(words, FontRole::Meta, Token::T3);
            convention->setWordWrap(true);
            auto* name = new Label(nameText(score.key), FontRole::Base, Token::T2);
            name->setAlignment(Qt::AlignLeft | Qt::AlignTop);
            grid->addWidget(name, line, 0);
            grid->addWidget(value, line, 1);
            grid->addWidget(convention, line++, 2);
        }
        for (const auto& warning : object->as<Report>()->warnings) {
            auto* note = new Label(QString::fromStdString(warning), FontRole::Meta, Token::Warn);
            note->setWordWrap(true);
            grid->addWidget(note, line++, 0, 1, 3);
        }
        rows_->addWidget(block);
    }
    if (!all.empty()) {
        auto* again = new PlainButton(tr("Measure again"));
        connect(again, &QPushButton::clicked, this,
                [this] { Q_EMIT measureRequested(state().objects.front()); });
        rows_->addWidget(again, 0, Qt::AlignLeft);
    }
    rows_->addStretch(1);
}

Figure ScoresView::figure() const {
    struct Line {
        QString name, value, words;
    };
    std::vector<Line> lines;
    for (const auto& object : reports()) {
        lines.push_back({QString::fromStdString(object->name), {}, {}});
        for (const auto& score : object->as<Report>()->scores)
            lines.push_back(
                {nameText(score.key), valueText(score), QString::fromStdString(score.convention)});
    }
    Figure figure;
    constexpr double lineStep = 14;
    figure.preferredSize = {480, lineStep * static_cast<double>(lines.size()) + 8};
    figure.paint = [lines](QPainter& painter, QSizeF size) {
        QFont plain = views::font(FontRole::Base);
        plain.setPointSizeF(7);
        QFont strong = plain;
        strong.setWeight(QFont::DemiBold);
        const Theme paper = Theme::builtIn(false);
        double y = 0;
        for (const auto& line : lines) {
            const bool head = line.value.isEmpty();
            painter.setFont(head ? strong : plain);
            painter.setPen(paper.colour(Token::T1));
            painter.drawText(QRectF(head ? 0 : 8, y, 110, lineStep), Qt::AlignVCenter, line.name);
            painter.drawText(QRectF(110, y, 60, lineStep), Qt::AlignVCenter | Qt::AlignRight, line.value);
            painter.setPen(paper.colour(Token::T3));
            const QString words = painter.fontMetrics().elidedText(line.words, Qt::ElideRight,
                                                                   static_cast<int>(size.width() - 182));
            painter.drawText(QRectF(182, y, size.width() - 182, lineStep), Qt::AlignVCenter, words);
            y += lineStep;
        }
    };
    figure.caption = tr("Scores with their conventions.");
    return figure;
}

HOROCYCLE_VIEW(ScoresView);

}  // namespace horo::views
