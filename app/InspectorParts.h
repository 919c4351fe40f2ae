// The pieces of the inspector that are painted: numbers under their names, a path that can be clicked, lists
// of neighbours.
#pragma once

#include <QColor>
#include <QPixmap>
#include <QWidget>
#include <vector>

#include "core/data/items.h"

namespace horo::app {

/// A line of numbers, each under its name.
class NumberStrip : public QWidget {
    Q_OBJECT
public:
    struct Entry {
        QString name, value, remark;  ///< remark in grey behind the value
    };
    using QWidget::QWidget;
    void setEntries(std::vector<Entry> entries);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Entry> entries_;
};

/// Names with a dot and a number; a full dot = also in the other list, a ring = only here.
class NeighbourList : public QWidget {
    Q_OBJECT
public:
    struct Entry {
        ItemId item;
        QString name, value;
        QColor colour;
        bool inBoth;
        QPixmap picture = {};  ///< may be null
    };
    explicit NeighbourList(QWidget* parent = nullptr);
    void setEntries(std::vector<Entry> entries);
    void setHovered(ItemId item);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

Q_SIGNALS:
    void chosen(ItemId item);
    void hovered(ItemId item);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    const Entry* at(const QPoint& point) const;
    std::vector<Entry> entries_;
    ItemId hovered_ = 0;
};

}  // namespace horo::app
