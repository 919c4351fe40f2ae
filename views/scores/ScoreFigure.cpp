#include "views/scores/ScoreFigure.h"

#include <QPainter>
#include <QtCore/QCoreApplication>

#include "views/scores/IntervalChart.h"
#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"

namespace horo::views {

namespace {

constexpr double line = 14, names = 120, values = 62, sheetGap = 8;

double heightOf(const ScoreSheet& sheet) {
    double height = line;
    if (sheet.verdict) height += line;
    if (!sheet.intervals.empty()) height += intervalsHeight(sheet.intervals.size(), line) + 4;
    if (!sheet.columns.isEmpty()) height += line;
    return height + line * static_cast<double>(sheet.rows.size()) + sheetGap;
}

class Ink {
public:
    Ink(QPainter& painter, double width)
        : painter_(painter), width_(width), plain_(font(FontRole::Base)), paper_(Theme::builtIn(false)) {
        plain_.setPointSizeF(7);
        strong_ = plain_;
        strong_.setWeight(QFont::DemiBold);
    }

    void paint(const ScoreSheet& sheet) {
        text({0, y_, width_, line}, sheet.title, strong_, Token::T1);
        y_ += line;
        if (sheet.verdict) {
            text({8, y_, width_ - 8, line}, QString::fromStdString(sheet.verdict->sentence), plain_,
                 Token::T1);
            y_ += line;
        }
        if (!sheet.intervals.empty()) {
            const double height = intervalsHeight(sheet.intervals.size(), line);
            paintIntervals(painter_, sheet.intervals, {8, y_, std::min(width_ - 8, 320.0), height}, plain_,
                           paper_);
            y_ += height + 4;
        }
        if (!sheet.columns.isEmpty()) {
            for (qsizetype c = 0; c < sheet.columns.size(); ++c)
                text(columnPlace(c), sheet.columns[c], plain_, Token::T3, Qt::AlignRight);
            y_ += line;
        }
        for (const ScoreRow& row : sheet.rows) {
            text({8, y_, names, line}, row.name, plain_, Token::T1);
            for (qsizetype c = 0; c < row.values.size(); ++c)
                text(columnPlace(c), row.values[c], plain_, Token::T1, Qt::AlignRight);
            const double left = columnPlace(row.values.size()).left() + 12;
            text({left, y_, width_ - left, line}, row.words, plain_, Token::T3);
            y_ += line;
        }
        y_ += sheetGap;
    }

private:
    QRectF columnPlace(qsizetype column) const {
        return {8 + names + values * static_cast<double>(column), y_, values, line};
    }
    void text(const QRectF& place, const QString& words, const QFont& font, Token token,
              Qt::AlignmentFlag alignment = Qt::AlignLeft) {
        painter_.setFont(font);
        painter_.setPen(paper_.colour(token));
        const QString fitting =
            painter_.fontMetrics().elidedText(words, Qt::ElideRight, static_cast<int>(place.width()));
        painter_.drawText(place, static_cast<int>(Qt::AlignVCenter | alignment), fitting);
    }

    QPainter& painter_;
    double width_, y_ = 0;
    QFont plain_, strong_;
    Theme paper_;
};

}  // namespace

Figure scoreFigure(std::vector<ScoreSheet> sheets) {
    Figure figure;
    double height = 8;
    for (const ScoreSheet& sheet : sheets)
        height += heightOf(sheet);
    figure.preferredSize = {480, height};
    figure.paint = [sheets = std::move(sheets)](QPainter& painter, QSizeF size) {
        Ink ink(painter, size.width());
        for (const ScoreSheet& sheet : sheets)
            ink.paint(sheet);
    };
    figure.caption = QCoreApplication::translate("ScoresView", "Scores with their conventions.");
    return figure;
}

}  // namespace horo::views
