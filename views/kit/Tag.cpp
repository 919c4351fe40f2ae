#include "views/kit/Tag.h"

#include <QtGui/QPainter>

#include "views/theme/Fonts.h"
#include "views/theme/Shapes.h"
#include "views/theme/Theme.h"

namespace horo::views {

Token textToken(Tone tone) {
    switch (tone) {
        case Tone::Accent:
            return Token::Accent;
        case Tone::Ok:
            return Token::Ok;
        case Tone::Warn:
            return Token::Warn;
        case Tone::Error:
            return Token::Error;
        case Tone::Neutral:
            break;
    }
    return Token::T2;
}

Token groundToken(Tone tone) {
    switch (tone) {
        case Tone::Accent:
            return Token::AccentSoft;
        case Tone::Ok:
            return Token::OkSoft;
        case Tone::Warn:
            return Token::WarnSoft;
        case Tone::Error:
            return Token::ErrorSoft;
        case Tone::Neutral:
            break;
    }
    return Token::Sunk;
}

Tag::Tag(const QString& text, Tone tone, QWidget* parent) : QWidget(parent), tone_(tone) {
    setFont(views::font(FontRole::Meta));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
}

void Tag::setText(const QString& text) {
    text_ = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Tag::setTone(Tone tone) {
    tone_ = tone;
    update();
}

QSize Tag::sizeHint() const {
    return {fontMetrics().horizontalAdvance(text_) + 14, 18};
}

void Tag::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintBox(painter, rect(), height() / 2.0, colour(groundToken(tone_)));
    painter.setPen(colour(textToken(tone_)));
    painter.drawText(rect(), Qt::AlignCenter, text_);
}

}  // namespace horo::views
