#include "views/space/SpaceCanvas.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "views/disk/DiskPainter.h"
#include "views/theme/ThemeSource.h"

namespace horo::views {

namespace {

constexpr double corner = 40;  // height of the corners that tools and notes take

}  // namespace

SpaceCanvas::SpaceCanvas(QWidget* parent) : RowsCanvas(parent) {}

SpaceSight SpaceCanvas::sight() const {
    return SpaceSight::of(subject_.points, subject_.axes, settings_, width(), height(), live_);
}

void SpaceCanvas::setSubject(SpaceSubject subject) {
    subject_ = std::move(subject);
    builder_.subjectChanged();
    hovered_.reset();
    labels_.clear();
    labelsStale_ = true;
    sceneChanged();
}

void SpaceCanvas::movePoints(SpacePoints points, SpaceAxes axes) {
    subject_.points = std::move(points), subject_.axes = std::move(axes);
    sceneChanged();
}

void SpaceCanvas::setColours(std::vector<uint32_t> colours) {
    subject_.rows.colours = std::move(colours);
    sceneChanged();
}

void SpaceCanvas::setSelection(const Selection& selection) {
    subject_.rows.select(selection);
    labelsStale_ = true;
    sceneChanged();
}

void SpaceCanvas::setNotes(SpaceNotes notes) {
    notes_ = std::move(notes);
    update();
}

void SpaceCanvas::setSettings(const SpaceSettings& settings) {
    if (settings_ == settings) return;
    glide_.stop();
    settings_ = settings;
    labelsStale_ = true;
    sceneChanged();
}

void SpaceCanvas::inMotion(const QString& what) {
    motion_ = what;
    RowsCanvas::inMotion();
}

void SpaceCanvas::eachMark(const Visit& visit) const {
    for (const SpaceMark& mark : scene().marks)
        visit(mark.row, {mark.x, mark.y});
}

std::optional<QPointF> SpaceCanvas::pixelOf(uint32_t row) const {
    if (row >= subject_.points.size()) return {};
    const SpaceSeen seen = sight().see(subject_.points.at(row), subject_.points.q[row]);
    return seen.inFront ? std::optional(QPointF(seen.x, seen.y)) : std::nullopt;
}

std::optional<uint32_t> SpaceCanvas::rowAt(QPointF position) {
    refresh();
    if (std::exchange(pickerStale_, false)) picker_ = DiskPicker(scene().flat(), scene().flatFrame());
    return picker_.nearest(position.x(), position.y());
}

const QImage& SpaceCanvas::refresh() {
    if (!sceneStale_) return image_.image();
    SpaceSceneOptions options;
    options.edges = settings_.edges, options.mesh = settings_.mesh;
    options.edgeColour = ink_.edge.rgba(), options.meshColour = ink_.rim.rgba(),
    options.canvas = ink_.canvas.rgba();
    builder_.build(sight(), moving_ || live_ ? DiskDetail::Moving : DiskDetail::Full, options);
    image_.draw(builder_.scene(), ink_, devicePixelRatioF());
    sceneStale_ = false;
    Q_EMIT sceneDrawn();
    return image_.image();
}

void SpaceCanvas::placeLabels() {
    if (!labelsStale_ || moving_ || (live_ && !labels_.empty())) return;
    labelsStale_ = false;
    labels_.clear();
    if (!settings_.labels || subject_.rows.size() == 0) return;
    DiskLabelOptions options;
    options.level = settings_.level;
    options.lineHeight = ink_.textHeight;
    options.atRim = false;
    options.reserved = {{0, 0, 84, corner},
                        {0, height() - corner, 220, corner},
                        {width() - 170.0, height() - corner, 170, corner}};
    measureBy(options);
    const DiskScene flat = scene().flat();
    const DiskFrame frame = scene().flatFrame();
    picker_ = DiskPicker(flat, frame);
    pickerStale_ = false;
    labels_ = placeDiskLabels(subject_.rows, flat, frame, picker_, options);
}

void SpaceCanvas::paintEvent(QPaintEvent*) {
    refresh();
    placeLabels();
    QPainter painter(this);
    painter.drawImage(QPointF(0, 0), image_.image());
    painter.setRenderHint(QPainter::Antialiasing);
    paintLabels(painter);
    if (const auto at = hovered_ ? pixelOf(*hovered_) : std::nullopt) {
        const double radius =
            diskMarkRadius(subject_.rows.size(), subject_.rows.subtreeSize(*hovered_), subject_.rows.tree()) +
            5;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink_.accent, 1.6));
        painter.drawEllipse(*at, radius, radius);
    }
    paintLasso(painter);
    if (subject_.rows.size() > 0) notes_.paint(painter, sight(), subject_.axes, settings_.mesh, ink_);
}

void SpaceCanvas::paintLabels(QPainter& painter) {
    if (labels_.empty()) return;
    const DiskPainter disk(scene().flatFrame(), ink_);
    const SpaceSight now = sight();
    const LabelBox room{2, 2, width() - 4.0, height() - 4.0};
    // Names ride on their marks while these move; one that runs into a more important one, or out of sight,
    // waits unseen until names are placed anew.
    std::vector<LabelBox> taken;
    for (DiskLabel& label : labels_) {
        const SpaceSeen seen = now.see(subject_.points.at(label.row), subject_.points.q[label.row]);
        label.box.left = seen.x + label.dx, label.box.top = seen.y + label.dy;
        const LabelBox& box = label.box;
        const bool outside = box.left < room.left || box.right() > room.right() || box.top < room.top ||
                             box.bottom() > room.bottom();
        if (!seen.inFront || outside) continue;
        if (std::ranges::any_of(taken, [&](const LabelBox& other) { return other.meets(box); })) continue;
        taken.push_back(box);
        disk.label(painter, label, QPointF(std::round(box.left), std::round(box.top)),
                   label.row == subject_.rows.focusRow());
    }
}

void SpaceCanvas::resizeEvent(QResizeEvent*) {
    labelsStale_ = true;
    sceneChanged();
}

}  // namespace horo::views
