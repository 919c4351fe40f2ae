// The widget a space is seen and touched in: paints scene, names and notes, and turns gestures into turns, centres,
// clicks and lassos. Knows no workspace.
#pragma once

#include <QPolygonF>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>
#include <optional>
#include <vector>

#include "views/disk/DiskLabels.h"
#include "views/space/SpaceImage.h"
#include "views/space/SpaceNotes.h"

namespace horo::views {

class SpaceCanvas : public QWidget {
    Q_OBJECT
public:
    explicit SpaceCanvas(QWidget* parent = nullptr);

    /// Another embedding or hierarchy. Its colours and points must have one entry a row.
    void setSubject(SpaceSubject subject);
    const SpaceSubject& subject() const { return subject_; }
    /// Points moved, nothing else: names stay with their marks.
    void movePoints(SpacePoints points, SpaceAxes axes);
    void setColours(std::vector<uint32_t> colours);
    void setSelection(const Selection& selection);
    void setHovered(std::optional<uint32_t> row);
    std::optional<uint32_t> hovered() const { return hovered_; }
    void setNotes(SpaceNotes notes);
    /// Whether a job moves the points now: names are then not placed anew.
    void setLive(bool live);

    void setSettings(const SpaceSettings& settings);
    const SpaceSettings& settings() const { return settings_; }
    void setLassoOn(bool on);
    bool lassoOn() const { return lassoOn_; }

    /// Brings a row to the middle, in hyperbolic space by the isometry; a sphere is turned towards the eye.
    void centreOn(uint32_t row);
    void frameSelection();
    void home();

    SpaceSight sight() const;
    const SpaceScene& scene() const { return builder_.scene(); }
    const std::vector<DiskLabel>& labels() const { return labels_; }
    bool isMoving() const { return moving_; }
    bool byVtk() const { return image_.byVtk(); }
    /// The row that is seen under a pixel.
    std::optional<uint32_t> rowAt(QPointF position);
    /// Where a row is seen, in widget coordinates; nothing where it is behind the eye.
    std::optional<QPointF> pixelOf(uint32_t row) const;
    /// Builds and paints the scene now, as the next paint would.
    const QImage& refresh();

    QSize sizeHint() const override { return {640, 560}; }
    QSize minimumSizeHint() const override { return {240, 200}; }

Q_SIGNALS:
    /// The person turned, moved, zoomed or scaled; sent when the motion has stopped.
    void settingsChanged(const QString& what);
    void clicked(std::optional<uint32_t> row, Qt::KeyboardModifiers modifiers);
    void lassoed(const std::vector<uint32_t>& rows, Qt::KeyboardModifiers modifiers);
    void hoverMoved(std::optional<uint32_t> row, QPoint globalPosition);
    void lassoChanged(bool on);
    void clearRequested();
    void sceneDrawn();

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
    enum class Drag { None, Undecided, Turn, Pan, Lasso };

    void sceneChanged();
    void inMotion(const QString& what);
    void settle();
    void placeLabels();
    void glideTo(const SpaceSettings& goal, const QString& what);
    void paintLabels(QPainter& painter);
    void paintLasso(QPainter& painter);
    void finishLasso(Qt::KeyboardModifiers modifiers);
    void zoomAt(QPointF position, double factor);
    bool cancelGesture();

    SpaceSettings settings_;
    SpaceSubject subject_;
    SpaceSceneBuilder builder_{subject_};
    SpaceImage image_;
    DiskInk ink_;
    DiskPicker picker_;
    SpaceNotes notes_;
    std::vector<DiskLabel> labels_;
    std::optional<uint32_t> hovered_;

    bool sceneStale_ = true, pickerStale_ = true, labelsStale_ = true;
    bool moving_ = false, live_ = false, lassoOn_ = false;
    QTimer still_;
    QVariantAnimation glide_;
    QString motion_;

    Drag drag_ = Drag::None;
    bool panning_ = false;  ///< what an undecided drag will be
    QPointF pressed_, last_;
    SpaceSettings atPress_;
    QPolygonF lasso_;
};

}  // namespace horo::views
