#include "views/ruler/RulerLetters.h"

#include <QFontMetricsF>

#include "views/theme/Fonts.h"

namespace horo::views {

namespace {

struct Shown {
    char32_t glyph;
    bool blank;
};

Shown shownAs(int64_t character) {
    switch (character) {
        case ' ':
            return {U'\u00B7', true};
        case '\n':
        case '\r':
            return {U'\u00B6', true};
        case '\t':
            return {U'\u2192', true};
        default:
            if (character < 0x20 || character == 0x7F) return {U'\u00D7', true};
            return {static_cast<char32_t>(character), false};
    }
}

}  // namespace

RulerFonts RulerFonts::ofScreen() {
    const QFont mono = font(FontRole::Mono);
    return {mono, font(FontRole::Base, QFont::DemiBold), font(FontRole::Meta), font(FontRole::Tick),
            QRawFont::fromFont(mono)};
}

RulerFonts RulerFonts::ofPaper(double points) {
    RulerFonts fonts{font(FontRole::Mono), font(FontRole::Base, QFont::DemiBold), font(FontRole::Meta),
                     font(FontRole::Tick), QRawFont()};
    for (QFont* each : {&fonts.mono, &fonts.name, &fonts.remark})
        each->setPointSizeF(points);
    fonts.tick.setPointSizeF(points - 1);
    return fonts;
}

RulerLetters::RulerLetters(const RulerFonts& fonts, double middle) : fonts_(fonts), middle_(middle) {}

void RulerLetters::add(int64_t character, double x) {
    const Shown shown = shownAs(character);
    letters_.push_back({shown.glyph, x, shown.blank});
}

void RulerLetters::paint(QPainter& painter, const QColor& plain, const QColor& blank) const {
    paintAs(painter, false, plain);
    paintAs(painter, true, blank);
}

void RulerLetters::paintAs(QPainter& painter, bool blank, const QColor& colour) const {
    const QFontMetricsF metrics(fonts_.mono);
    const double base = middle_ + (metrics.ascent() - metrics.descent()) / 2;
    painter.setFont(fonts_.mono);
    painter.setPen(colour);
    QList<quint32> glyphs;
    QList<QPointF> places;
    for (const Letter& letter : letters_) {
        if (letter.blank != blank) continue;
        const QString text = QString::fromUcs4(&letter.glyph, 1);
        const auto known = fonts_.raw.isValid() ? fonts_.raw.glyphIndexesForString(text) : QList<quint32>();
        if (known.size() == 1 && known.front() != 0) {
            glyphs << known.front();
            places << QPointF(letter.x - metrics.horizontalAdvance(text) / 2, base);
        } else {
            painter.drawText(QPointF(letter.x - metrics.horizontalAdvance(text) / 2, base), text);
        }
    }
    if (glyphs.isEmpty()) return;
    QGlyphRun run;
    run.setRawFont(fonts_.raw);
    run.setGlyphIndexes(glyphs);
    run.setPositions(places);
    painter.drawGlyphRun(QPointF(), run);
}

}  // namespace horo::views
