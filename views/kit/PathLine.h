// A path in a hierarchy that can be walked up.
#pragma once

#include <QtWidgets/QWidget>

#include <vector>

#include "core/data/items.h"

namespace horo::views {

/// "mammal > ... > cetacean > whale"; a click on a name goes there. Inner names give way first.
class PathLine : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    void setPath(QStringList names, std::vector<ItemId> items);
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(ItemId item);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    struct Piece {
        QString text;
        ItemId item;
        QRect place;
    };
    std::vector<Piece> layOut() const;
    QStringList names_;
    std::vector<ItemId> items_;
};

}  // namespace horo::views
