// The widget a scatter is seen and touched in: paints points, shapes and names, and turns gestures into pans,
// zooms, clicks and lassos. Knows no workspace.
#pragma once

#include <optional>

#include "views/disk/RowsCanvas.h"
#include "views/scatter/ScatterFrame.h"
#include "views/scatter/ScatterPicture.h"
#include "views/scatter/ScatterSettings.h"
#include "views/scatter/ScatterShapes.h"
#include "views/scatter/ScatterSubject.h"

namespace horo::views {

class ScatterCanvas : public RowsCanvas {
    Q_OBJECT
public:
    explicit ScatterCanvas(QWidget* parent = nullptr);

    /// Another embedding or hierarchy.
    void setSubject(ScatterSubject subject);
    const ScatterSubject& subject() const { return subject_; }
    /// Points moved, nothing else: names stay with their marks.
    void movePoints(const Embedding& embedding);
    void setColours(std::vector<uint32_t> colours);
    void setSizes(const std::vector<double>& numbers);
    void setSelection(const Selection& selection);
    /// `warning` and `note` stand in the lower left corner; both may be empty.
    void setNotes(const QString& warning, const QString& note);
    void setTrails(Trails trails);
    void setCone(std::optional<OrderCone> cone);

    void setSettings(const ScatterSettings& settings);
    const ScatterSettings& settings() const { return settings_; }

    void frameSelection() override;
    void home() override;

    ScatterFrame frame() const { return frameOf(settings_, width(), height()); }
    /// What a canvas of that size shows of the points.
    ScatterFrame frameOf(const ScatterSettings& settings, double width, double height) const;
    size_t drawn() const { return drawn_; }
    const ScatterShapes& shapes() const { return shapes_; }
    std::optional<uint32_t> rowAt(QPointF position) const;
    /// Where a row is seen, in widget coordinates; nothing where its place is not finite.
    std::optional<QPointF> pixelOf(uint32_t row) const;
    /// Paints points and shapes now, as the next paint would.
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
    bool isDragged() const override { return drag_ == Drag::Pan; }
    void zoomAt(QPointF position, double factor) override;

private:
    enum class Drag { None, Undecided, Pan, Lasso };

    void inMotion(const QString& what);
    void panBy(QPointF pixels);
    void look(const ScatterFrame& frame, double zoom);
    void glideTo(const ScatterSettings& goal, const QString& what);
    void placeLabels();
    void paintLabels(QPainter& painter);
    void paintRings(QPainter& painter) const;
    void paintNotes(QPainter& painter) const;
    bool cancelGesture();

    ScatterSettings settings_;
    ScatterSubject subject_;
    ScatterPicture picture_;
    ScatterShapes shapes_;
    QImage image_;
    QString warning_, note_;
    size_t drawn_ = 0;
    bool marksStale_ = true;

    Drag drag_ = Drag::None;
    QPointF pressed_, last_;
    ScatterSettings atPress_;
};

}  // namespace horo::views
