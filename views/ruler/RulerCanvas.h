// Where a ruler is seen and touched: scroll, zoom, point, choose. Knows no workspace.
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "views/ruler/RulerPaint.h"

namespace horo::views {

class HoverCard;

class RulerCanvas : public QWidget {
    Q_OBJECT
public:
    explicit RulerCanvas(QWidget* parent = nullptr);

    /// Another text begins as a whole; the same text stays where it is.
    void setSubject(RulerSubject subject);
    const RulerSubject& subject() const { return subject_; }
    void setScale(const RulerScale& scale);
    const RulerScale& scale() const { return scale_; }
    void setChosen(std::optional<RulerPlace> place);
    void setColour(UnitColour colour);
    const RulerMarks& marks() const { return marks_; }

    /// The unit at a place of the canvas.
    std::optional<RulerPlace> placeAt(QPointF at) const;
    /// Brings the next unit with the chosen label into the middle.
    void showNext();
    void home();

Q_SIGNALS:
    void scaleChanged();
    /// A click on a unit, or on nothing, or Escape.
    void chosenByPerson(std::optional<horo::views::RulerPlace> place);

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void mouseDoubleClickEvent(QMouseEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void leaveEvent(QEvent*) override;

private:
    void look(const RulerScale& scale);
    void hover(std::optional<QPointF> at);
    void jumpTo(double x);
    double lineWidth() const;

    RulerSubject subject_;
    RulerScale scale_;
    RulerMarks marks_;
    RulerFonts fonts_ = RulerFonts::ofScreen();
    HoverCard* card_;
    enum class Drag { None, Undecided, Pan, Overview } drag_ = Drag::None;
    QPointF pressed_, last_;
};

}  // namespace horo::views
