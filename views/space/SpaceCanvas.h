// The widget a space is seen and touched in: paints scene, names and notes, and turns gestures into turns,
// centres, clicks and lassos. Knows no workspace.
#pragma once

#include <optional>
#include <vector>

#include "views/disk/RowsCanvas.h"
#include "views/space/SpaceImage.h"
#include "views/space/SpaceNotes.h"

namespace horo::views {

class SpaceCanvas : public RowsCanvas {
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
    void setNotes(SpaceNotes notes);

    void setSettings(const SpaceSettings& settings);
    const SpaceSettings& settings() const { return settings_; }

    /// Brings a row to the middle, in hyperbolic space by the isometry; a sphere is turned towards the eye.
    void centreOn(uint32_t row);
    void frameSelection() override;
    void home() override;

    SpaceSight sight() const;
    const SpaceScene& scene() const { return builder_.scene(); }
    bool byVtk() const { return image_.byVtk(); }
    /// The row that is seen under a pixel.
    std::optional<uint32_t> rowAt(QPointF position);
    /// Where a row is seen, in widget coordinates; nothing where it is behind the eye.
    std::optional<QPointF> pixelOf(uint32_t row) const;
    /// Builds and paints the scene now, as the next paint would.
    const QImage& refresh();

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void mouseDoubleClickEvent(QMouseEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void eachMark(const Visit& visit) const override;
    bool isDragged() const override { return drag_ == Drag::Turn || drag_ == Drag::Pan; }
    void zoomAt(QPointF position, double factor) override;

private:
    enum class Drag { None, Undecided, Turn, Pan, Lasso };

    void inMotion(const QString& what);
    void placeLabels();
    void glideTo(const SpaceSettings& goal, const QString& what);
    void paintLabels(QPainter& painter);
    bool cancelGesture();

    SpaceSettings settings_;
    SpaceSubject subject_;
    SpaceSceneBuilder builder_{subject_};
    SpaceImage image_;
    SpaceNotes notes_;

    Drag drag_ = Drag::None;
    bool panning_ = false;  ///< what an undecided drag will be
    QPointF pressed_, last_;
    SpaceSettings atPress_;
};

}  // namespace horo::views
