// The fonts of a ruler, and its characters in one stroke.
#pragma once

#include <QColor>
#include <QFont>
#include <QGlyphRun>
#include <QPainter>
#include <QRawFont>
#include <vector>

namespace horo::views {

struct RulerFonts {
    QFont mono, name, remark, tick;
    QRawFont raw;  ///< of `mono`; not valid where text has to stay text, as in a figure

    static RulerFonts ofScreen();
    /// `points` high; characters stay text.
    static RulerFonts ofPaper(double points);
};

/// Characters of one row, each centred over its place. Blanks and line ends show as dots and pilcrows.
class RulerLetters {
public:
    RulerLetters(const RulerFonts& fonts, double middle);

    /// A character, or -1 for a byte that is none.
    void add(int64_t character, double x);
    void paint(QPainter& painter, const QColor& plain, const QColor& blank) const;

private:
    struct Letter {
        char32_t glyph;
        double x;
        bool blank;
    };
    void paintAs(QPainter& painter, bool blank, const QColor& colour) const;

    const RulerFonts& fonts_;
    double middle_;
    std::vector<Letter> letters_;
};

}  // namespace horo::views
