// The widget a disk is seen and touched in: paints the scene, its labels and tools, and turns gestures into
// centres, clicks and lassos. Knows no workspace.
#pragma once

#include <QPolygonF>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "views/disk/DiskImage.h"
#include "views/disk/DiskInk.h"
#include "views/disk/DiskLabels.h"
#include "views/disk/DiskNotes.h"
#include "views/disk/DiskScene.h"

namespace horo::views {

class DiskPainter;

class DiskCanvas : public QWidget {
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
    void setHovered(std::optional<uint32_t> row);
    std::optional<uint32_t> hovered() const { return hovered_; }
    void setNotes(DiskNotes notes);
    /// Whether a job moves the points now: names are then not placed anew.
    void setLive(bool live);

    void setSettings(const DiskSettings& settings);
    const DiskSettings& settings() const { return settings_; }
    void setLassoOn(bool on);
    bool lassoOn() const { return lassoOn_; }

    /// Whether rows may lie farther from the centre than doubles reach: going to such a one is then asked for by
    /// `centreRequested`.
    void setAnchored(bool anchored) { anchored_ = anchored; }
    void centreOn(uint32_t row);
    void frameSelection();
    void home();

    DiskFrame frame() const;
    DiskProjection projection() const { return {settings_.centre, settings_.scale}; }
    const DiskScene& scene() const { return builder_.scene(); }
    const std::vector<DiskLabel>& labels() const { return labels_; }
    bool isMoving() const { return moving_; }
    /// Where a row is seen, in widget coordinates.
    QPointF pixelOf(uint32_t row) const;
    /// Builds and paints the scene now, as the next paint would.
    const QImage& refresh();

    QSize sizeHint() const override { return {640, 560}; }
    QSize minimumSizeHint() const override { return {240, 200}; }

Q_SIGNALS:
    /// The person moved, zoomed or scaled; sent when the motion has stopped.
    void settingsChanged(const QString& what);
    void clicked(std::optional<uint32_t> row, Qt::KeyboardModifiers modifiers);
    void lassoed(const std::vector<uint32_t>& rows, Qt::KeyboardModifiers modifiers);
    void hoverMoved(std::optional<uint32_t> row, QPoint globalPosition);
    void centreRequested(uint32_t row);
    void homeRequested();
    void lassoChanged(bool on);
    void clearRequested();
    void sceneDrawn();

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
    void leaveEvent(QEvent*) override;

private:
    enum class Drag { None, Undecided, Move, Pan, Lasso };

    void sceneChanged();
    void inMotion();
    void settle();
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
    void finishLasso(Qt::KeyboardModifiers modifiers);
    void zoomAt(QPointF position, double factor);

    DiskSettings settings_;
    DiskSubject subject_;
    DiskSceneBuilder builder_{subject_};
    DiskImage image_;
    DiskInk ink_;
    DiskPicker picker_;
    DiskNotes notes_;
    std::vector<DiskLabel> labels_;
    std::vector<QPixmap> labelPictures_;
    std::optional<uint32_t> hovered_;

    bool sceneStale_ = true, pickerStale_ = true, labelsStale_ = true;
    bool moving_ = false, live_ = false, lassoOn_ = false, anchored_ = false;
    double lean_ = 0;
    QTimer still_;
    QVariantAnimation glide_, leaning_;
    QString motion_;

    Drag drag_ = Drag::None;
    QPointF pressed_, last_;
    Complex grabbed_{0};
    DiskSettings atPress_;
    QPolygonF lasso_;
};

}  // namespace horo::views
