// What a person draws over marks to select them.
#pragma once

#include <QPolygonF>

class QColor;
class QPainter;

namespace horo::views {

/// Around the marks, from corner to corner, or over them.
enum class SelectBy { Lasso, Rectangle, Brush };

class SelectionShape {
public:
    static constexpr double brushRadius = 14;  ///< pixels

    void begin(SelectBy how, QPointF at);
    void extend(QPointF at);
    void clear() { path_.clear(); }
    /// Nothing was drawn, or so little that a slip of the hand would do it.
    bool isEmpty() const;
    QRectF bounds() const;
    bool contains(QPointF at) const;
    void paint(QPainter& painter, const QColor& accent) const;

private:
    SelectBy how_ = SelectBy::Lasso;
    QPolygonF path_;  ///< the lasso, two corners, or the middle of the brush
};

}  // namespace horo::views
