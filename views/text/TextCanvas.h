// The rows of a text on the screen: scroll, hover, choose.
#pragma once

#include <QAbstractScrollArea>
#include <memory>
#include <optional>

#include "views/text/TextPaint.h"

namespace horo::views {

class HoverCard;

/// Paints the rows in sight only. Knows nothing of the workspace.
class TextCanvas : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit TextCanvas(QWidget* parent = nullptr);

    void setText(std::shared_ptr<const UnitText> text);
    void setLevel(size_t level);
    void setChosen(std::optional<uint32_t> label);
    const TextMarks& marks() const { return marks_; }

    /// The first byte in sight, which stays there when the width changes.
    uint64_t top() const { return top_; }
    void scrollTo(uint64_t byte);
    /// Brings the next unit with the chosen label into the middle, from the last one on around the end.
    void showNext();
    size_t lines() const { return rows_ ? rows_->lines() : 0; }
    /// The unit at a place of the viewport.
    std::optional<size_t> unitAt(QPointF place) const;

Q_SIGNALS:
    /// A click on a unit, or on nothing (no label), or Escape.
    void chosenByPerson(std::optional<uint32_t> label);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void breakRows();
    void rememberTop();
    void setRange();
    void hover(std::optional<size_t> unit, QPointF place);
    void step(int direction);
    void showUnit(size_t unit, bool middle);
    int gutter() const;

    std::shared_ptr<const UnitText> text_;
    std::optional<TextRows> rows_;
    TextGrid grid_;
    TextMarks marks_;
    HoverCard* card_;
    int columns_ = 0;
    uint64_t top_ = 0;
    size_t lastShown_ = 0;  ///< unit, for showNext
    bool placing_ = false;  ///< the bar moves because rows were broken anew
};

}  // namespace horo::views
