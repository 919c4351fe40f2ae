// Text in a font and a colour of the theme.
#pragma once

#include <QtWidgets/QLabel>

#include "views/theme/Fonts.h"

namespace horo::views {

/// Rich text with `<b>` shown semibold: the bold weight is too loud for a line of the interface.
QString withSemibold(const QString& richText);

/// A QLabel that follows the theme.
class Label : public QLabel {
    Q_OBJECT

public:
    explicit Label(const QString& text = {}, FontRole role = FontRole::Base, Token token = Token::T1,
                   QWidget* parent = nullptr);

    void setToken(Token token);
    void setRole(FontRole role);
    void setRole(FontRole role, QFont::Weight weight);

private:
    void colourise();

    Token token_;
};

}  // namespace horo::views
