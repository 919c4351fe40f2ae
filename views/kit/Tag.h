// A short remark on a coloured ground.
#pragma once

#include <QtWidgets/QWidget>

#include "views/theme/Tokens.h"

namespace horo::views {

/// What a remark means, always said in words too.
enum class Tone { Neutral, Accent, Ok, Warn, Error };

/// Text and ground of a tone.
Token textToken(Tone tone);
Token groundToken(Tone tone);

/// One or two words, or a count.
class Tag : public QWidget {
    Q_OBJECT

public:
    explicit Tag(const QString& text, Tone tone = Tone::Neutral, QWidget* parent = nullptr);

    void setText(const QString& text);
    void setTone(Tone tone);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString text_;
    Tone tone_;
};

}  // namespace horo::views
