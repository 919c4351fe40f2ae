// The head of a panel.
#pragma once

#include <QtWidgets/QWidget>

class QHBoxLayout;

namespace horo::views {

class ElidedLabel;
class IconButton;
class Label;

/// 32 px: the title, a remark in grey at the right, small buttons. Also fits as title bar of a dock: the
/// mouse goes through to the dock, so that it can be dragged.
class PanelTitle : public QWidget {
    Q_OBJECT

public:
    explicit PanelTitle(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setRemark(const QString& remark);
    /// Buttons stand in the order in which they are added.
    IconButton* addButton(const QString& iconName, const QString& text);
    void addWidget(QWidget* widget);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    ElidedLabel* title_;
    Label* remark_;
    QHBoxLayout* row_;
};

}  // namespace horo::views
