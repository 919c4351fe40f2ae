#include "views/kit/Label.h"

#include "views/theme/Theme.h"
#include "views/theme/ThemeSource.h"

namespace horo::views {

QString withSemibold(const QString& richText) {
    QString text = richText;
    text.replace(QStringLiteral("<b>"), QStringLiteral("<span style=\"font-weight:600\">"));
    return text.replace(QStringLiteral("</b>"), QStringLiteral("</span>"));
}

Label::Label(const QString& text, FontRole role, Token token, QWidget* parent)
    : QLabel(text, parent), token_(token) {
    setFont(views::font(role));
    // Inside a field Qt would otherwise take the colour of typed text.
    setForegroundRole(QPalette::WindowText);
    colourise();
    connect(&ThemeSource::instance(), &ThemeSource::changed, this, &Label::colourise);
}

void Label::setToken(Token token) {
    token_ = token;
    colourise();
}

void Label::setRole(FontRole role) {
    setFont(views::font(role));
    // Inside a field Qt would otherwise take the colour of typed text.
    setForegroundRole(QPalette::WindowText);
}

void Label::setRole(FontRole role, QFont::Weight weight) {
    setFont(views::font(role, weight));
}

void Label::colourise() {
    QPalette own;
    own.setColor(QPalette::WindowText, colour(token_));
    setPalette(own);
}

}  // namespace horo::views
