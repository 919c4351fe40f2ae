#include "views/figure/FigurePage.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QPainter>
#include <QRegularExpression>
#include <QTextDocument>
#include <algorithm>
#include <cmath>

#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"

namespace horo::views {

namespace {

constexpr double pointsPerMm = 72 / 25.4;
constexpr double margin = 6, gap = 16, usualText = 7;  // views paint their own texts at 7 points

/// Text is laid out ten times too large and scaled down: Qt's pixel sizes are whole numbers.
constexpr double fine = 10;

QFont fineFont(double points, QFont::Weight weight = QFont::Normal) {
    QFont font = horo::views::font(FontRole::Base, weight);
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(points * fine))));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double textWidth(const QFont& font, const QString& text) {
    return QFontMetricsF(font).horizontalAdvance(text) / fine;
}

void drawText(QPainter& painter, QPointF baseline, const QFont& font, const QColor& colour,
              const QString& text) {
    painter.save();
    painter.translate(baseline);
    painter.scale(1 / fine, 1 / fine);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(QPointF(0, 0), text);
    painter.restore();
}

QColor paper(Token token) {
    static const Theme theme = Theme::builtIn(false);
    return theme.colour(token);
}

void fillDocument(QTextDocument& document, const QString& html, double points, double width) {
    document.setDefaultFont(fineFont(points));
    document.setDocumentMargin(0);
    document.setHtml(html);
    document.setTextWidth(width * fine);
}

}  // namespace

FigurePage::FigurePage(const std::vector<Figure>& panels, const FigureOptions& options)
    : panels_(panels), options_(options), places_(panels.size()), legends_(panels.size()) {
    size_.setWidth(options.width * pointsPerMm);
    const double fixed = options.height > 0 ? options.height * pointsPerMm : 0;
    size_.setHeight(fixed);
    const double below = captionHeight();
    placePanels(margin, fixed > 0 ? std::max(60.0, fixed - below - 2 * margin) : 0);
    double bottom = margin;
    for (size_t i = 0; i < panels_.size(); ++i)
        bottom = std::max({bottom, places_[i].bottom(), legends_[i].bottom()});
    captionTop_ = bottom + (below > 0 ? 8 : 0);
    if (fixed == 0) size_.setHeight(captionTop_ + below + margin);
}

double FigurePage::letterHeight() const {
    return panels_.size() > 1 ? options_.fontSize * 1.8 : 0;
}

void FigurePage::placePanels(double top, double height) {
    const double width = size_.width() - 2 * margin;
    const size_t columns = panels_.size() > 1 && width > 260 ? 2 : 1;
    const size_t lines = (panels_.size() + columns - 1) / columns;
    const double cell = (width - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    double y = top;
    for (size_t line = 0; line < lines; ++line) {
        double bottom = y;
        for (size_t i = line * columns; i < std::min(panels_.size(), (line + 1) * columns); ++i) {
            const Figure& figure = panels_[i];
            const double left = margin + static_cast<double>(i % columns) * (cell + gap);
            const bool legend = options_.legend && !figure.legend.empty();
            // A wide page has room for the legend beside a single panel, a narrow one below it.
            const bool beside = legend && panels_.size() == 1 && cell > 380;
            const double legendWidth = beside ? 128 : cell;
            const double panelWidth = beside ? cell - legendWidth - gap : cell;
            const double legendTall = legend ? legendHeight(figure, legendWidth) : 0;
            double tall =
                panelWidth * figure.preferredSize.height() / std::max(1.0, figure.preferredSize.width());
            if (height > 0) {
                const double share =
                    (height - gap * static_cast<double>(lines - 1)) / static_cast<double>(lines);
                tall = std::max(40.0, share - letterHeight() - (legend && !beside ? legendTall + 8 : 0));
            }
            const double y0 = y + letterHeight();
            places_[i] = {left, y0, panelWidth, tall};
            if (legend && beside) legends_[i] = {left + panelWidth + gap, y0 + 4, legendWidth, legendTall};
            if (legend && !beside) legends_[i] = {left, y0 + tall + 8, legendWidth, legendTall};
            bottom = std::max({bottom, places_[i].bottom(), legends_[i].bottom()});
        }
        y = bottom + gap;
    }
}

int FigurePage::legendColumns(const Figure& figure, double width) const {
    const QFont font = fineFont(options_.fontSize);
    double widest = 0;
    for (const LegendEntry& entry : figure.legend)
        widest = std::max(widest, textWidth(font, entry.name + entry.count));
    const double needed = widest + options_.fontSize * 5.5;
    return std::clamp(static_cast<int>(width / std::max(needed, 1.0)), 1, 4);
}

double FigurePage::legendHeight(const Figure& figure, double width) const {
    const int columns = legendColumns(figure, width);
    const auto lines = (static_cast<int>(figure.legend.size()) + columns - 1) / columns;
    const bool twoLines =
        !figure.legendNote.isEmpty() &&
        textWidth(fineFont(options_.fontSize), figure.legendTitle + figure.legendNote) + 12 > width;
    return options_.fontSize * (1.8 * lines + 2.0 + (twoLines ? 1.6 : 0));
}

void FigurePage::paintLegend(QPainter& painter, const Figure& figure, const QRectF& room) const {
    const double points = options_.fontSize, line = points * 1.8;
    const QFont plain = fineFont(points), strong = fineFont(points, QFont::DemiBold);
    double y = room.top() + points;
    drawText(painter, {room.left(), y}, strong, paper(Token::T1), figure.legendTitle);
    if (!figure.legendNote.isEmpty()) {
        const double width = textWidth(plain, figure.legendNote);
        const bool fits = width + textWidth(strong, figure.legendTitle) + 12 <= room.width();
        if (!fits) y += points * 1.6;
        const QString note =
            QFontMetricsF(plain).elidedText(figure.legendNote, Qt::ElideRight, room.width() * fine);
        drawText(painter, {fits ? room.right() - width : room.left(), y}, plain, paper(Token::T3), note);
    }
    const int columns = legendColumns(figure, room.width());
    const int lines = (static_cast<int>(figure.legend.size()) + columns - 1) / columns;
    const double cell = room.width() / columns, swatch = points * 2.4;
    for (int i = 0; i < static_cast<int>(figure.legend.size()); ++i) {
        const LegendEntry& entry = figure.legend[static_cast<size_t>(i)];
        const double left = room.left() + i / lines * cell, base = y + line * (i % lines + 1) + points * 0.2;
        const double piece = swatch / static_cast<double>(std::max<size_t>(entry.colours.size(), 1));
        painter.setPen(Qt::NoPen);
        for (size_t k = 0; k < entry.colours.size(); ++k) {
            painter.setBrush(QColor::fromRgb(entry.colours[k]));
            painter.drawRect(
                QRectF(left + static_cast<double>(k) * piece, base - points * 0.78, piece, points * 0.85));
        }
        const double right = left + cell - (columns > 1 ? 8 : 0);
        const double countWidth = textWidth(plain, entry.count);
        const QString name = QFontMetricsF(plain).elidedText(
            entry.name, Qt::ElideRight, (right - countWidth - 4 - left - swatch - 5) * fine);
        drawText(painter, {left + swatch + 5, base}, plain,
                 paper(entry.colours.empty() ? Token::T3 : Token::T1), name);
        drawText(painter, {right - countWidth, base}, plain, paper(Token::T3), entry.count);
    }
}

QString FigurePage::captionHtml() const {
    static const QRegularExpression stars(QStringLiteral("\\*([^*]+)\\*"));
    QString text;
    for (size_t i = 0; i < panels_.size(); ++i) {
        QString part = panels_[i].caption.toHtmlEscaped();
        part.replace(stars, QStringLiteral("<i>\\1</i>"));
        if (panels_.size() > 1) text += QStringLiteral("<b>(%1)</b> ").arg(QChar('a' + static_cast<char>(i)));
        text += part + QLatin1Char(' ');
    }
    text = text.trimmed();
    QStringList sources;
    for (const Figure& figure : panels_)
        if (!figure.provenance.isEmpty() && !sources.contains(figure.provenance))
            sources << figure.provenance;
    if (!sources.isEmpty())
        text += QStringLiteral("<div style='color:%1; margin-top:%2px'>%3</div>")
                    .arg(paper(Token::T3).name())
                    .arg(static_cast<int>(options_.fontSize * fine * 0.4))
                    .arg(sources.join(QStringLiteral(" \u00b7 ")).toHtmlEscaped());
    return QStringLiteral("<div style='color:%1'>%2</div>").arg(paper(Token::T1).name(), text);
}

double FigurePage::captionHeight() const {
    const bool any = std::any_of(panels_.begin(), panels_.end(), [](const Figure& f) {
        return !f.caption.isEmpty() || !f.provenance.isEmpty();
    });
    if (!options_.caption || !any) return 0;
    QTextDocument document;
    fillDocument(document, captionHtml(), options_.fontSize, size_.width() - 2 * margin);
    return document.size().height() / fine + 10;
}

void FigurePage::paintCaption(QPainter& painter, double top) const {
    painter.setPen(QPen(paper(Token::Line2), 0.5));
    painter.drawLine(QPointF(margin, top), QPointF(size_.width() - margin, top));
    QTextDocument document;
    fillDocument(document, captionHtml(), options_.fontSize, size_.width() - 2 * margin);
    painter.save();
    painter.translate(margin, top + 5);
    painter.scale(1 / fine, 1 / fine);
    document.drawContents(&painter);
    painter.restore();
}

void FigurePage::paint(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    const double scale = options_.fontSize / usualText;
    for (size_t i = 0; i < panels_.size(); ++i) {
        if (panels_.size() > 1) {
            const QString letter = QStringLiteral("(%1)").arg(QChar('a' + static_cast<char>(i)));
            drawText(painter, {places_[i].left(), places_[i].top() - options_.fontSize * 0.7},
                     fineFont(options_.fontSize * 1.2, QFont::DemiBold), paper(Token::T1), letter);
        }
        if (panels_[i].paint) {
            painter.save();
            painter.translate(places_[i].topLeft());
            painter.scale(scale, scale);
            panels_[i].paint(painter, places_[i].size() / scale);
            painter.restore();
        }
        if (!legends_[i].isEmpty()) paintLegend(painter, panels_[i], legends_[i]);
    }
    if (captionHeight() > 0) paintCaption(painter, captionTop_);
}

}  // namespace horo::views
