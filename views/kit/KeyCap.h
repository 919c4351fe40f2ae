// A shortcut as it stands on the keyboard.
#pragma once

#include <QtWidgets/QWidget>

namespace horo::views {

/// "Ctrl K" in a small box.
class KeyCap : public QWidget {
    Q_OBJECT

public:
    /// `keys` in Qt's notation, for example "Ctrl+Shift+O".
    explicit KeyCap(const QString& keys, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString text_;
};

}  // namespace horo::views
