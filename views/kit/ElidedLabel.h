// One line of text that gives way when there is no room.
#pragma once

#include <QtWidgets/QWidget>

#include "views/theme/Fonts.h"

namespace horo::views {

/// Elides at the end (names) or in the middle (paths) and shows the whole text as tooltip when it does.
class ElidedLabel : public QWidget {
    Q_OBJECT

public:
    explicit ElidedLabel(const QString& text = {}, FontRole role = FontRole::Base, Token token = Token::T1,
                         QWidget* parent = nullptr);

    const QString& text() const { return text_; }
    void setText(const QString& text);
    void setToken(Token token);
    void setRole(FontRole role, QFont::Weight weight);
    void setElideMode(Qt::TextElideMode mode);
    void setAlignment(Qt::Alignment alignment);

    /// What stands on the screen now.
    QString shownText() const;
    bool isElided() const { return shownText() != text_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString text_;
    Token token_;
    Qt::TextElideMode mode_ = Qt::ElideRight;
    Qt::Alignment alignment_ = Qt::AlignLeft | Qt::AlignVCenter;
};

}  // namespace horo::views
