#include "views/tangle/TangleFacts.h"

#include <QPainter>

#include "views/kit/Buttons.h"
#include "views/kit/NumberText.h"
#include "views/tangle/StatusSwatch.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Shapes.h"

namespace horo::views {

TangleFacts::TangleFacts(QWidget* parent) : QWidget(parent) {
    compare_ = new PlainButton(tr("Compare trees"), {}, this);
    compare_->setToolTip(tr("Compute Robinson–Foulds and triplet agreement"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(compare_, &QPushButton::clicked, this, &TangleFacts::compareRequested);
}

QSize TangleFacts::sizeHint() const {
    return {600, metrics::buttonHeight + 8};
}

void TangleFacts::setFacts(const HierarchyPair& pair, std::shared_ptr<const Report> report) {
    const auto count = [](size_t n) { return countText(static_cast<qint64>(n)); };
    const MatchedNodes& nodes = pair.nodes();
    facts_ = {{tr("matched"), count(nodes.matched())},
              {tr("in place"), count(nodes.matched() - nodes.moved.size()), NodeStatus::InPlace},
              {tr("moved"), count(nodes.moved.size()), NodeStatus::Moved},
              {tr("only in A"), count(nodes.missing), NodeStatus::Only, Side::A},
              {tr("only in B"), count(nodes.extra), NodeStatus::Only, Side::B}};
    if (report) {
        addScore(*report, "robinson_foulds_normalized", tr("Robinson–Foulds"));
        addScore(*report, "triplet_agreement", tr("triplets agree"));
    }
    compare_->setVisible(!report);
    QStringList text;
    for (const Fact& fact : facts_)
        text << fact.name + QLatin1Char(' ') + fact.value;
    setAccessibleName(text.join(QStringLiteral(", ")));
    setToolTip(
        text.join(QLatin1Char('\n')) +
        tr("\nmoved: the nearest shared ancestors differ\nRobinson–Foulds: share of different clusters"));
    update();
}

void TangleFacts::addScore(const Report& report, const char* key, const QString& name) {
    const Score* score = report.find(key);
    if (!score) return;
    facts_.push_back({name, score->value ? fixedText(*score->value, 3) : QStringLiteral("–")});
}

void TangleFacts::resizeEvent(QResizeEvent*) {
    const QSize wanted = compare_->sizeHint();
    compare_->setGeometry(width() - metrics::headerPadding - wanted.width(), (height() - wanted.height()) / 2,
                          wanted.width(), wanted.height());
}

void TangleFacts::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintEdge(painter, rect(), Qt::BottomEdge, colour(Token::Line));
    const QFont plain = views::font(FontRole::Meta), strong = views::font(FontRole::Meta, QFont::Medium);
    const QFontMetrics names(plain), values(strong);
    const int end =
        compare_->isHidden() ? width() - metrics::headerPadding : compare_->x() - metrics::controlGap;
    int x = metrics::headerPadding;
    for (const Fact& fact : facts_) {
        const int sign = fact.status ? 14 : 0, name = names.horizontalAdvance(fact.name) + 5;
        const int value = values.horizontalAdvance(fact.value);
        if (x + sign + name + value > end) break;
        if (fact.status)
            paintStatusSwatch(painter, QRectF(x, height() / 2 - 4, 9, 9), *fact.status, fact.side,
                              Theme::current());
        painter.setFont(plain);
        painter.setPen(colour(Token::T3));
        painter.drawText(QRect(x + sign, 0, name, height()), Qt::AlignVCenter, fact.name);
        painter.setFont(strong);
        painter.setPen(colour(Token::T1));
        painter.drawText(QRect(x + sign + name, 0, value + 1, height()), Qt::AlignVCenter, fact.value);
        x += sign + name + value + 18;
    }
}

}  // namespace horo::views
