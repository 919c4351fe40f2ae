#include "views/scatter/ScatterCanvas.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "views/disk/CornerTexts.h"
#include "views/disk/DiskPainter.h"
#include "views/kit/NumberText.h"
#include "views/scatter/ScatterNames.h"

namespace horo::views {

namespace {

constexpr double fitMargin = 36;  // pixels around all points
constexpr double reach = 8;       // pixels from a mark to the pointer
constexpr double plateHeight = 48, cornerHeight = 30;
constexpr size_t shapesWhileMoving = 100000;  // rows up to which shapes keep up with motion

}  // namespace

ScatterCanvas::ScatterCanvas(QWidget* parent) : RowsCanvas(parent) {}

void ScatterCanvas::setSubject(ScatterSubject subject) {
    subject_ = std::move(subject);
    hovered_.reset();
    labels_.clear();
    labelsStale_ = true;
    marksStale_ = true;
    sceneChanged();
}

void ScatterCanvas::movePoints(const Embedding& embedding) {
    subject_.takePoints(embedding, settings_.columnX, settings_.columnY);
    if (!live_) labelsStale_ = true;
    marksStale_ = true;
    sceneChanged();
}

void ScatterCanvas::setColours(std::vector<uint32_t> colours) {
    subject_.rows.colours = std::move(colours);
    marksStale_ = true;
    sceneChanged();
}

void ScatterCanvas::setSizes(const std::vector<double>& numbers) {
    subject_.takeSizes(numbers);
    marksStale_ = true;
    sceneChanged();
}

void ScatterCanvas::setSelection(const Selection& selection) {
    subject_.rows.select(selection);
    labelsStale_ = true;
    marksStale_ = true;
    sceneChanged();
}

void ScatterCanvas::setNotes(const QString& warning, const QString& note) {
    warning_ = warning, note_ = note;
    update();
}

void ScatterCanvas::setTrails(Trails trails) {
    subject_.trails = std::move(trails);
    sceneChanged();
}

void ScatterCanvas::setCone(std::optional<OrderCone> cone) {
    shapes_.cone = cone;
    sceneChanged();
}

void ScatterCanvas::setSettings(const ScatterSettings& settings) {
    if (settings_ == settings) return;
    glide_.stop();
    settings_ = settings;
    labelsStale_ = true;
    sceneChanged();
}

ScatterFrame ScatterCanvas::frameOf(const ScatterSettings& settings, double width, double height) const {
    const auto bounds = subject_.grid.bounds();
    ScatterFrame frame = ScatterFrame::around(bounds.value_or(PlaneBox{0, 0, 1, 1}), width, height,
                                              std::min(fitMargin, std::min(width, height) / 10));
    if (settings.isHome()) return frame;
    frame.scale *= settings.zoom;
    frame.x = settings.x, frame.y = settings.y;
    return frame;
}

void ScatterCanvas::inMotion(const QString& what) {
    motion_ = what;
    RowsCanvas::inMotion();
}

void ScatterCanvas::eachMark(const Visit& visit) const {
    const ScatterFrame now = frame();
    subject_.grid.eachIn(
        now.box(), [&](const PointGrid::Point& point) { visit(point.row, now.pixel(point.x, point.y)); });
}

std::optional<QPointF> ScatterCanvas::pixelOf(uint32_t row) const {
    if (row >= subject_.x.size() || !std::isfinite(subject_.x[row]) || !std::isfinite(subject_.y[row]))
        return {};
    return frame().pixel(subject_.x[row], subject_.y[row]);
}

std::optional<uint32_t> ScatterCanvas::rowAt(QPointF position) const {
    const ScatterFrame now = frame();
    const QPointF place = now.place(position);
    return subject_.grid.nearest(static_cast<float>(place.x()), static_cast<float>(place.y()),
                                 static_cast<float>(reach / now.scale));
}

const QImage& ScatterCanvas::refresh() {
    if (!sceneStale_) return image_;
    if (std::exchange(marksStale_, false)) subject_.gatherMarks();
    const double ratio = devicePixelRatioF();
    const QSize pixels = size() * ratio;
    if (image_.size() != pixels) image_ = QImage(pixels, QImage::Format_RGB32);
    image_.setDevicePixelRatio(ratio);
    image_.fill(ink_.canvas);
    const bool moving = moving_ || live_;
    const ScatterFrame now = frame();
    const auto cone = shapes_.cone;
    shapes_ = moving && subject_.size() > shapesWhileMoving ? ScatterShapes()
                                                            : ScatterShapes::of(subject_, now, settings_);
    shapes_.cone = cone;
    if (shapes_.density || shapes_.cone) {
        QPainter painter(&image_);
        shapes_.paintGround(painter, subject_, now, ink_);
    }
    drawn_ = picture_.paint(image_, subject_, now, ink_, ratio,
                            moving ? ScatterDetail::Moving : ScatterDetail::Full);
    sceneStale_ = false;
    Q_EMIT sceneDrawn();
    return image_;
}

void ScatterCanvas::placeLabels() {
    if (!labelsStale_ || moving_ || (live_ && !labels_.empty())) return;
    labelsStale_ = false;
    labels_.clear();
    if (!settings_.labels || subject_.grid.size() == 0) return;
    DiskLabelOptions options;
    options.lineHeight = ink_.textHeight;
    options.reserved = {{0, 0, 280, plateHeight},
                        {0, height() - cornerHeight, 220, cornerHeight},
                        {width() - 130.0, 0, 130, plateHeight}};
    if (const double notes = (shapes_.hull.rows > 0) + !shapes_.trails.empty() + (shapes_.cone ? 1 : 0);
        notes > 0)
        options.reserved.push_back(
            {width() - 380.0, height() - notes * cornerHeight, 380, notes * cornerHeight});
    measureBy(options);
    const ScatterFrame now = frame();
    labels_ = placeScatterNames(scatterNames(subject_, now, settings_.level, {}), subject_, now, options);
}

void ScatterCanvas::paintEvent(QPaintEvent*) {
    refresh();
    placeLabels();
    QPainter painter(this);
    painter.drawImage(QPointF(0, 0), image_);
    painter.setRenderHint(QPainter::Antialiasing);
    shapes_.paintLines(painter, subject_, frame(), ink_);
    paintLabels(painter);
    paintRings(painter);
    paintLasso(painter);
    paintNotes(painter);
}

void ScatterCanvas::paintRings(QPainter& painter) const {
    painter.setBrush(Qt::NoBrush);
    const auto ring = [&](uint32_t row, const QColor& colour, double off) {
        const auto at = row < subject_.size() ? pixelOf(row) : std::nullopt;
        if (!at) return;
        painter.setPen(QPen(colour, 1.6));
        const double radius = subject_.radii[row] / 4.0 + off;
        painter.drawEllipse(*at, radius, radius);
    };
    ring(subject_.rows.focusRow(), ink_.ink, 3.5);
    if (hovered_) ring(*hovered_, ink_.accent, 5);
}

void ScatterCanvas::paintLabels(QPainter& painter) {
    if (labels_.empty()) return;
    const DiskPainter disk(DiskFrame{}, ink_);
    const LabelBox room{2, 2, width() - 4.0, height() - 4.0};
    // Names ride on their marks while these move; one that runs into a more important one, or out of sight,
    // waits unseen until names are placed anew.
    std::vector<LabelBox> taken;
    for (DiskLabel& label : labels_) {
        const auto at = pixelOf(label.row);
        if (!at) continue;
        label.box.left = at->x() + label.dx, label.box.top = at->y() + label.dy;
        const LabelBox& box = label.box;
        if (box.left < room.left || box.right() > room.right() || box.top < room.top ||
            box.bottom() > room.bottom() ||
            std::ranges::any_of(taken, [&](const LabelBox& other) { return other.meets(box); }))
            continue;
        taken.push_back(box);
        disk.label(painter, label, QPointF(std::round(box.left), std::round(box.top)),
                   label.row == subject_.rows.focusRow());
    }
}

void ScatterCanvas::paintNotes(QPainter& painter) const {
    QStringList right;
    if (shapes_.hull.rows > 0)
        right << tr("hull: %1 % of %2 selected")
                     .arg(std::lround(100 * SelectionHull::share))
                     .arg(countText(static_cast<qint64>(shapes_.hull.rows)));
    if (!shapes_.trails.empty())
        right << tr("trails of %1 / %2 from where they were")
                     .arg(countText(static_cast<qint64>(shapes_.trails.size())),
                          countText(static_cast<qint64>(subject_.trails.all.size())));
    if (shapes_.cone)
        right << tr("corner of %1: %2 rows in both, %3 in all coordinates")
                     .arg(QString::fromStdString(subject_.rows.label(shapes_.cone->row)),
                          countText(static_cast<qint64>(shapes_.cone->inPlane)),
                          countText(static_cast<qint64>(shapes_.cone->inAll)));
    paintCorners(painter, size(), ink_, right, warning_, note_);
}

void ScatterCanvas::resizeEvent(QResizeEvent*) {
    labelsStale_ = true;
    sceneChanged();
}

}  // namespace horo::views
