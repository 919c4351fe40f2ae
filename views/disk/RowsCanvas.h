// What the widgets that show rows as marks do alike: they know when to paint anew and when to wait, and have
// a lasso.
#pragma once

#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>
#include <functional>
#include <optional>
#include <vector>

#include "views/disk/DiskInk.h"
#include "views/disk/DiskLabels.h"
#include "views/disk/DiskPicker.h"
#include "views/disk/SelectionShape.h"

namespace horo::views {

/// While something moves a sample is shown and names stay with their marks; the full picture and new names
/// come when it has stopped. Knows no workspace.
class RowsCanvas : public QWidget {
    Q_OBJECT
public:
    explicit RowsCanvas(QWidget* parent);

    void setHovered(std::optional<uint32_t> row);
    std::optional<uint32_t> hovered() const { return hovered_; }
    /// Whether a job moves the points now: names are then not placed anew.
    void setLive(bool live);
    void setLassoOn(bool on);
    bool lassoOn() const { return lassoOn_; }
    /// What the lasso is: a line around, a rectangle or a brush.
    SelectBy selectBy() const { return selectBy_; }
    /// Puts the lasso on as another shape, or off where it is on as this one.
    void toggleLasso(SelectBy how);
    bool isMoving() const { return moving_; }
    const std::vector<DiskLabel>& labels() const { return labels_; }
    /// Marks and names inside a box; a name weighs as much as a dozen marks.
    double crowding(const QRect& box) const;

    virtual void frameSelection() = 0;
    virtual void home() = 0;

    QSize sizeHint() const override { return {640, 560}; }
    QSize minimumSizeHint() const override { return {240, 200}; }

Q_SIGNALS:
    /// The person moved, turned, zoomed or scaled; sent when the motion has stopped.
    void settingsChanged(const QString& what);
    void clicked(std::optional<uint32_t> row, Qt::KeyboardModifiers modifiers);
    void lassoed(const std::vector<uint32_t>& rows, Qt::KeyboardModifiers modifiers);
    void hoverMoved(std::optional<uint32_t> row, QPoint globalPosition);
    void lassoChanged(bool on);
    void clearRequested();
    void sceneDrawn();

protected:
    void leaveEvent(QEvent*) override;

    using Visit = std::function<void(uint32_t row, QPointF at)>;
    virtual void eachMark(const Visit& visit) const = 0;
    /// Whether a button is held to move the picture.
    virtual bool isDragged() const = 0;
    virtual void zoomAt(QPointF position, double factor) = 0;
    virtual void themeChanged() {}

    void sceneChanged();
    void inMotion();
    void settle();
    /// L, R, B (lasso, rectangle, brush), F, H, plus and minus. False: another key.
    bool pressKey(int key);
    /// How names are measured and cut in the font of the screen.
    void measureBy(DiskLabelOptions& options) const;

    void beginLasso(QPointF at) { lasso_.begin(selectBy_, at); }
    void extendLasso(QPointF at);
    void dropLasso();
    void finishLasso(Qt::KeyboardModifiers modifiers);
    void paintLasso(QPainter& painter) const;

    DiskInk ink_;
    DiskPicker picker_;
    std::vector<DiskLabel> labels_;
    std::optional<uint32_t> hovered_;
    bool sceneStale_ = true, pickerStale_ = true, labelsStale_ = true;
    bool moving_ = false, live_ = false, lassoOn_ = false;
    QVariantAnimation glide_;
    QString motion_;  ///< what the step of undo will be called; empty = nothing to store

private:
    QTimer still_;
    SelectionShape lasso_;
    SelectBy selectBy_ = SelectBy::Lasso;
};

/// The same for a painter's own fonts: whole pixels on a screen, fractions on paper.
void measureBy(DiskLabelOptions& options, const DiskInk& ink, bool wholePixels);

}  // namespace horo::views
