// What is under the pointer, in short.
#pragma once

#include <QtCore/QTimer>
#include <QtCore/QVariantAnimation>
#include <QtGui/QColor>
#include <QtGui/QPixmap>
#include <QtWidgets/QWidget>

#include <functional>
#include <utility>
#include <vector>

namespace horo::views {

/// What a card says; empty parts are left out.
struct HoverContent {
    QColor swatch;
    QString name;
    QString remark;    ///< in grey at the right of the name
    QStringList path;  ///< from the root to the parent
    QPixmap thumbnail;
    QString text;                                      ///< at most two lines are shown
    std::vector<std::pair<QString, QString>> numbers;  ///< name and value, three or four
};

/// An overlay inside the canvas, never a window: it comes 80 ms after `point`, 16 px from the pointer in the
/// emptiest quadrant, fades, and never takes the mouse or the focus.
class HoverCard : public QWidget {
    Q_OBJECT

public:
    /// How crowded a piece of the canvas is; any unit. Used to choose among the four quadrants.
    using Crowding = std::function<double(const QRect&)>;

    explicit HoverCard(QWidget* canvas);

    void setCrowding(Crowding crowding) { crowding_ = std::move(crowding); }

    /// The pointer is at `position` of the canvas, over something.
    void point(const HoverContent& content, const QPoint& position);
    /// The pointer is over nothing.
    void leave();

    /// The visible card, without its shadow, in the canvas' coordinates.
    QRect card() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void appear();
    QRect emptiestPlace(const QSize& size) const;
    void fadeTo(double opacity);

    Crowding crowding_;
    HoverContent content_;
    QPoint pointer_;
    QTimer delay_;
    QVariantAnimation fade_;
    double opacity_ = 0;
};

}  // namespace horo::views
