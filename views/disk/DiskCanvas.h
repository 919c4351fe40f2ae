// The widget a disk is seen and touched in: paints the scene, its labels and tools, and turns gestures into
// centres, clicks and lassos. Knows no workspace.
#pragma once

#include <QVariantAnimation>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "views/disk/DiskImage.h"
#include "views/disk/DiskNotes.h"
#include "views/disk/DiskScene.h"
#include "views/disk/RowsCanvas.h"

namespace horo::views {

class DiskPainter;

class DiskCanvas : public RowsCanvas {
    Q_OBJECT
public:
    explicit DiskCanvas(QWidget* parent = nullptr);
    ~DiskCanvas() override;

    /// Another embedding or hierarchy. Its colours and points must have one entry a row.
    void setSubject(DiskSubject subject);
    const DiskSubject& subject() const { return subject_; }
    /// Points moved, nothing else: labels stay with their marks.
    void movePoints(DiskPoints points);
    void setColours(std::vector<uint32_t> colours);
    void setSelection(const Selection& selection);
    void setNotes(DiskNotes notes);

    void setSettings(const DiskSettings& settings);
    const DiskSettings& settings() const { return settings_; }

    /// Whether rows may lie farther from the centre than doubles reach: going to such a one is then asked for
    /// by `centreRequested`.
    void setAnchored(bool anchored) { anchored_ = anchored; }
    void centreOn(uint32_t row);
    void frameSelection() override;
    void home() override;

    DiskFrame frame() const;
    DiskProjection projection() const { return {settings_.centre, settings_.scale}; }
    const DiskScene& scene() const { return builder_.scene(); }
    /// Where a row is seen, in widget coordinates.
    QPointF pixelOf(uint32_t row) const;
    /// Builds and paints the scene now, as the next paint would.
    const QImage& refresh();

Q_SIGNALS:
    void centreRequested(uint32_t row);
    void homeRequested();

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void changeEvent(QEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void mouseDoubleClickEvent(QMouseEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void eachMark(const Visit& visit) const override;
    bool isDragged() const override { return drag_ == Drag::Move || drag_ == Drag::Pan; }
    void zoomAt(QPointF position, double factor) override;
    void themeChanged() override { labelPictures_.clear(); }

private:
    enum class Drag { None, Undecided, Move, Pan, Lasso };

    void placeLabels();
    void updateLean();
    void glideTo(const DiskSettings& goal, const QString& what);
    void paintOverlay(QPainter& painter);
    void paintLabels(QPainter& painter, const DiskPainter& disk);
    void paintHorocycle(QPainter& painter, const DiskPainter& disk);
    void paintCone(QPainter& painter, const DiskPainter& disk);
    void paintCircle(QPainter& painter, const DiskPainter& disk);
    void paintRuler(QPainter& painter, const DiskPainter& disk);
    /// Both ends of the ruler, when it is on and has two.
    std::optional<std::pair<uint32_t, uint32_t>> rulerRows() const;
    std::optional<std::pair<uint32_t, uint32_t>> endsOfRuler() const;
    std::optional<Complex> seenAt(std::optional<size_t> row);

    DiskSettings settings_;
    DiskSubject subject_;
    DiskSceneBuilder builder_{subject_};
    DiskImage image_;
    DiskNotes notes_;
    std::vector<QPixmap> labelPictures_;

    bool anchored_ = false;
    double lean_ = 0;
    QVariantAnimation leaning_;

    Drag drag_ = Drag::None;
    QPointF pressed_, last_;
    Complex grabbed_{0};
    DiskSettings atPress_;
};

}  // namespace horo::views
