// The line above the rows of a tree that names its two columns.
#pragma once

#include <QWidget>

namespace horo::views {

class TreeHead : public QWidget {
    Q_OBJECT
public:
    explicit TreeHead(QWidget* parent = nullptr) : QWidget(parent) { setFixedHeight(24); }

protected:
    void paintEvent(QPaintEvent*) override;
};

}  // namespace horo::views
