// Tools that float over a canvas.
#pragma once

#include <QtWidgets/QWidget>

class QHBoxLayout;

namespace horo::views {

class IconButton;

/// A plate in the top left or top right of the parent; it keeps its place when the parent is resized.
class ToolPlate : public QWidget {
    Q_OBJECT

public:
    explicit ToolPlate(QWidget* canvas, Qt::Corner corner = Qt::TopLeftCorner);

    /// A tool that does something once, or stays on.
    IconButton* addTool(const QString& iconName, const QString& text, const QString& shortcut = {},
                        bool stays = false);
    void addWidget(QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void place();

    Qt::Corner corner_;
    QHBoxLayout* row_;
};

}  // namespace horo::views
