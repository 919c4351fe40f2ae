// A choice with its caption, that opens a menu.
#pragma once

#include <QtWidgets/QToolButton>

namespace horo::views {

/// "Colour  branch, level 2  v": the caption goes first when there is no room.
class MenuButton : public QToolButton {
    Q_OBJECT

public:
    explicit MenuButton(const QString& caption, QWidget* parent = nullptr);

    void setValue(const QString& value);
    const QString& value() const { return value_; }
    void setCaptionVisible(bool visible);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int captionWidth() const;

    QString caption_, value_;
    bool captionVisible_ = true;
};

}  // namespace horo::views
