// A quiet line that says something and offers what to do.
#pragma once

#include <QtWidgets/QWidget>

#include "views/kit/Tag.h"

class QHBoxLayout;
class QPushButton;

namespace horo::views {

class Label;

/// For recovery, warnings and errors, in place of a dialog.
class Notice : public QWidget {
    Q_OBJECT

public:
    Notice(Tone tone, const QString& iconName, const QString& text, QWidget* parent = nullptr);

    /// Plain text, or simple rich text with the object's name in bold.
    void setText(const QString& text);
    /// A button at the right; the last one added is the suggested one.
    QPushButton* addButton(const QString& text, bool flat = false);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone tone_;
    QString iconName_;
    Label* label_;
    QHBoxLayout* row_;
};

}  // namespace horo::views
