#include "views/scores/ScoreCard.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "views/kit/ElidedLabel.h"
#include "views/kit/Label.h"
#include "views/kit/Tag.h"
#include "views/scores/IntervalChart.h"
#include "views/theme/Metrics.h"
#include "views/theme/Mixing.h"
#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"

namespace horo::views {

namespace {

constexpr int valueColumn = 84;  ///< so that columns of cards stand in line
constexpr int nameColumn = 120;

Tone toneOf(Verdict::Answer answer) {
    switch (answer) {
        case Verdict::Answer::Yes:
            return Tone::Ok;
        case Verdict::Answer::Partly:
            return Tone::Warn;
        default:
            return Tone::Neutral;
    }
}

/// A value on a ground that says how much it is.
class Shaded : public Label {
public:
    Shaded(const QString& text, double shade) : Label(text, FontRole::Base), shade_(shade) {
        setAlignment(Qt::AlignCenter);
        setMargin(3);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor ground = mixed(colour(Token::Sunk), colour(Token::Accent), 0.75 * shade_);
        paintBox(painter, QRectF(rect()).adjusted(1, 1, -1, -1), metrics::chunkRadius, ground);
        painter.setFont(font());
        painter.setPen(shade_ > 0 ? textOn(ground) : colour(Token::T3));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    double shade_;
};

Label* words(const QString& text, Token token = Token::T3) {
    auto* label = new Label(text, FontRole::Meta, token);
    label->setWordWrap(true);
    return label;
}

}  // namespace

ScoreCard::ScoreCard(const ScoreSheet& sheet, QWidget* parent) : QWidget(parent) {
    setAccessibleName(sheet.title);
    column_ = new QVBoxLayout(this);
    column_->setContentsMargins(metrics::panelPadding, metrics::headerPadding, metrics::panelPadding,
                                metrics::panelPadding);
    column_->setSpacing(6);
    auto* head = new QHBoxLayout;
    auto* title = new ElidedLabel(sheet.title, FontRole::Title);
    auto* remark = new ElidedLabel(sheet.remark, FontRole::Meta, Token::T3);
    remark->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    head->addWidget(title, 1);
    if (!sheet.remark.isEmpty()) head->addWidget(remark, 1);
    column_->addLayout(head);
    if (sheet.verdict) addVerdict(*sheet.verdict);
    if (!sheet.intervals.empty()) {
        column_->addWidget(words(sheet.intervalTitle));
        column_->addWidget(new IntervalChart(sheet.intervals));
    }
    addRows(sheet);
    for (const QString& warning : sheet.warnings)
        column_->addWidget(words(warning, Token::Warn));
}

void ScoreCard::addVerdict(const Verdict& verdict) {
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::controlGap);
    row->addWidget(new Tag(QString::fromStdString(verdict.word), toneOf(verdict.answer)), 0, Qt::AlignTop);
    auto* sentence = new Label(QString::fromStdString(verdict.sentence), FontRole::Base, Token::T2);
    sentence->setWordWrap(true);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(sentence, 1);
    column_->addLayout(row);
}

void ScoreCard::addRows(const ScoreSheet& sheet) {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::controlGap);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(0, 1);
    grid->setColumnMinimumWidth(0, nameColumn);
    const int columns = static_cast<int>(std::max<qsizetype>(1, sheet.columns.size()));
    int line = 0;
    for (int c = 0; c < columns; ++c) {
        grid->setColumnMinimumWidth(1 + c, valueColumn);
        if (sheet.columns.isEmpty()) continue;
        auto* head = words(sheet.columns[c]);
        head->setAlignment(Qt::AlignRight | Qt::AlignBottom);
        grid->addWidget(head, line, 1 + c);
    }
    line += sheet.columns.isEmpty() ? 0 : 1;
    for (size_t r = 0; r < sheet.rows.size(); ++r) {
        const ScoreRow& row = sheet.rows[r];
        auto* name = new ElidedLabel(row.name, FontRole::Base, Token::T2);
        grid->addWidget(name, line, 0);
        for (int c = 0; c < std::min<int>(columns, static_cast<int>(row.values.size())); ++c) {
            if (static_cast<size_t>(c) < row.shades.size()) {
                grid->addWidget(new Shaded(row.values[c], row.shades[static_cast<size_t>(c)]), line, 1 + c);
                continue;
            }
            auto* value = new Label(row.values[c], FontRole::Base, Token::T1);
            value->setRole(FontRole::Base, QFont::Medium);
            value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            value->setTextInteractionFlags(Qt::TextSelectableByMouse);
            grid->addWidget(value, line, 1 + c);
        }
        ++line;
        // What several rows in turn have in common is said once, below the last of them.
        const bool last = r + 1 == sheet.rows.size() || sheet.rows[r + 1].words != row.words;
        if (last && !row.words.isEmpty()) {
            grid->addWidget(words(row.words), line, 0, 1, 1 + columns);
            grid->setRowMinimumHeight(++line, 2);
            ++line;
        }
    }
    column_->addLayout(grid);
}

void ScoreCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, rect(), metrics::cardRadius, colour(Token::Panel), colour(Token::Line));
}

}  // namespace horo::views
