// Makes the 1 px lines between docks easy to take.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QPointer>

class QMainWindow;
class QMouseEvent;
class QWidget;

namespace horo::views {

/// QMainWindow finds a thin separator within 2 px, but only where no child has the mouse. This hands the
/// mouse to the window there: the pointer shows it, and dragging works from the neighbour's edge too.
class SeparatorGrip : public QObject {
    Q_OBJECT

public:
    /// Lives as long as the window.
    explicit SeparatorGrip(QMainWindow& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isOverSeparator(const QPoint& position) const;
    void send(const QMouseEvent& event);

    QMainWindow& window_;
    bool dragging_ = false;
    QPointer<QWidget> shown_;  ///< the child whose pointer is replaced
};

}  // namespace horo::views
