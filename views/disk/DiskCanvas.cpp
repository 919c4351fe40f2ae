#include "views/disk/DiskCanvas.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "views/disk/DiskPainter.h"
#include "views/disk/DiskShapes.h"
#include "views/theme/ThemeSource.h"

namespace horo::views {

namespace {

constexpr int glideTime = 200, leanTime = 120;
constexpr double corner = 40;  // height of the corners that tools and notes take

QPixmap pictureOf(const DiskPainter& disk, const DiskLabel& label, bool focus, double ratio) {
    const QSizeF room(label.box.width + 8, label.box.height + 8);
    QPixmap picture((room * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    disk.label(painter, label, QPointF(4, 4), focus);
    return picture;
}

}  // namespace

DiskCanvas::DiskCanvas(QWidget* parent) : RowsCanvas(parent) {
    leaning_.setEasingCurve(QEasingCurve::OutCubic);
    connect(&leaning_, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        lean_ = value.toDouble();
        inMotion();
    });
}

DiskCanvas::~DiskCanvas() = default;

DiskFrame DiskCanvas::frame() const {
    return DiskFrame::fit(width(), height(), settings_, lean_);
}

void DiskCanvas::setSubject(DiskSubject subject) {
    subject_ = std::move(subject);
    builder_.subjectChanged();
    hovered_.reset();
    labels_.clear(), labelPictures_.clear();
    labelsStale_ = true;
    sceneChanged();
}

void DiskCanvas::movePoints(DiskPoints points) {
    subject_.points = std::move(points);
    sceneChanged();
}

void DiskCanvas::setColours(std::vector<uint32_t> colours) {
    subject_.colours = std::move(colours);
    sceneChanged();
}

void DiskCanvas::setSelection(const Selection& selection) {
    subject_.select(selection);
    builder_.selectionChanged();
    labelsStale_ = true;
    sceneChanged();
    updateLean();
}

void DiskCanvas::setNotes(DiskNotes notes) {
    notes_ = std::move(notes);
    sceneChanged();
}

void DiskCanvas::setSettings(const DiskSettings& settings) {
    if (settings_ == settings) return;
    glide_.stop();
    settings_ = settings;
    labelsStale_ = true;
    sceneChanged();
}

void DiskCanvas::eachMark(const Visit& visit) const {
    const DiskFrame f = frame();
    for (const DiskMark& mark : builder_.scene().marks)
        visit(mark.row, {f.pixelX(mark.at), f.pixelY(mark.at)});
}

void DiskCanvas::updateLean() {
    // Names at the rim need about so much room; the disk makes it by leaning to the other side.
    constexpr double wantedRoom = 150;
    double goal = 0;
    const DiskFrame straight = DiskFrame::fit(width(), height(), settings_, 0);
    if (width() / 2.0 - straight.radius < wantedRoom && settings_.zoom <= 1 && subject_.tree()) {
        const DiskProjection seen = projection();
        int balance = 0, leaves = 0;
        for (const uint32_t row : subject_.selectedRows()) {
            if (subject_.subtreeSize(row) > 1 || row >= subject_.points.size()) continue;
            const Complex at =
                seen.display(subject_.points.x[row], subject_.points.y[row], subject_.points.q[row]);
            balance += at.real() >= 0 ? 1 : -1, ++leaves;
        }
        if (leaves >= 3 && leaves < 80 && std::abs(balance) > leaves / 2) goal = balance > 0 ? -1 : 1;
    }
    const double now =
        leaning_.state() == QAbstractAnimation::Running ? leaning_.endValue().toDouble() : lean_;
    if (goal == now) return;
    leaning_.stop();
    const int time = isVisible() ? ThemeSource::instance().duration(leanTime) : 0;
    if (time == 0) {
        lean_ = goal;
        return;
    }
    leaning_.setStartValue(lean_), leaning_.setEndValue(goal), leaning_.setDuration(time);
    leaning_.start();
}

void DiskCanvas::glideTo(const DiskSettings& goal, const QString& what) {
    glide_.stop();
    glide_.disconnect(this);
    motion_ = what;
    const int time = isVisible() ? ThemeSource::instance().duration(glideTime) : 0;
    if (time == 0) {
        settings_ = goal;
        inMotion();
        return;
    }
    const DiskSettings start = settings_;
    glide_.setStartValue(0.0), glide_.setEndValue(1.0), glide_.setDuration(time);
    connect(&glide_, &QVariantAnimation::valueChanged, this, [this, start, goal](const QVariant& value) {
        const double t = value.toDouble();
        settings_.centre = t < 1 ? centreBetween(start.centre, goal.centre.point, t)
                                 : centreBetween(start.centre, goal.centre.point, 1);
        const double turn = std::remainder(goal.centre.turn - start.centre.turn, 2 * M_PI);
        if (goal.centre.point == Complex(0)) settings_.centre.turn = t < 1 ? start.centre.turn + t * turn : 0;
        settings_.zoom = start.zoom * std::pow(goal.zoom / start.zoom, t);
        settings_.panX = start.panX + t * (goal.panX - start.panX);
        settings_.panY = start.panY + t * (goal.panY - start.panY);
        inMotion();
    });
    glide_.start();
}

void DiskCanvas::centreOn(uint32_t row) {
    // A place that doubles tell from the rim can be glided to; others need another picture.
    if (anchored_ && subject_.points.q[row] < 1e-9) return Q_EMIT centreRequested(row);
    DiskSettings goal = settings_;
    goal.centre = centreBetween(settings_.centre, {subject_.points.x[row], subject_.points.y[row]}, 1);
    goal.panX = goal.panY = 0;
    glideTo(goal, tr("Centre the disk"));
}

void DiskCanvas::frameSelection() {
    if (anchored_ && subject_.focusRow() != DiskSubject::none) return centreOn(subject_.focusRow());
    // The Lorentz centroid: the normalised sum of the rows' points of the hyperboloid.
    double time = 0, x = 0, y = 0;
    for (const uint32_t row : subject_.selectedRows()) {
        const double q = subject_.points.q[row];
        time += (2 - q) / q, x += 2 * subject_.points.x[row] / q, y += 2 * subject_.points.y[row] / q;
    }
    if (time == 0) return home();
    const double norm = std::sqrt(std::max(time * time - x * x - y * y, 1e-300));
    DiskSettings goal = settings_;
    goal.centre = centreBetween(settings_.centre, Complex(x, y) / (time + norm), 1);
    goal.zoom = 1, goal.panX = goal.panY = 0;
    glideTo(goal, tr("Frame the selection"));
}

void DiskCanvas::home() {
    DiskSettings goal = settings_;
    if (!goal.anchor.empty()) {
        return Q_EMIT homeRequested();
    }
    goal.centre = {};
    goal.zoom = 1, goal.panX = goal.panY = 0;
    glideTo(goal, tr("Disk to its home"));
}

QPointF DiskCanvas::pixelOf(uint32_t row) const {
    const Complex at =
        projection().display(subject_.points.x[row], subject_.points.y[row], subject_.points.q[row]);
    const Complex pixel = frame().pixel(at);
    return {pixel.real(), pixel.imag()};
}

const QImage& DiskCanvas::refresh() {
    if (!sceneStale_) return image_.image();
    const DiskFrame f = frame();
    const DiskSceneOptions options{settings_.edges, settings_.extraParents, ink_.edge.rgba()};
    const auto detail = moving_ || live_ ? DiskDetail::Moving : DiskDetail::Full;
    builder_.build(projection(), f, detail, options);
    std::vector<uint32_t> named;
    for (const DiskLabel& label : labels_)
        named.push_back(label.row);
    builder_.freshen(projection(), named);
    const auto rings = settings_.rings ? notes_.rings(projection()) : std::vector<double>{};
    image_.draw(builder_.scene(), f, ink_, rings, devicePixelRatioF());
    sceneStale_ = false;
    Q_EMIT sceneDrawn();
    return image_.image();
}

void DiskCanvas::placeLabels() {
    const bool keep = moving_ || (live_ && !labels_.empty());
    if (!labelsStale_ || keep) return;
    labelsStale_ = false;
    labels_.clear(), labelPictures_.clear();
    if (!settings_.labels) return;
    if (std::exchange(pickerStale_, false)) picker_ = DiskPicker(builder_.scene(), frame());
    DiskLabelOptions options;
    options.level = settings_.level;
    options.lineHeight = ink_.textHeight;
    options.reserved = {{0, 0, 150, corner},
                        {0, height() - corner, 220, corner},
                        {width() - 150.0, height() - corner, 150, corner}};
    if (const auto rows = rulerRows()) {
        const auto from = seenAt(rows->first), to = seenAt(rows->second);
        const QRectF plate = DiskPainter(frame(), ink_).plateRoom(*from, *to);
        options.reserved.push_back({plate.left(), plate.top(), plate.width(), plate.height()});
    }
    measureBy(options);
    labels_ = placeDiskLabels(subject_, builder_.scene(), frame(), picker_, options);
}

void DiskCanvas::paintEvent(QPaintEvent*) {
    refresh();
    placeLabels();
    QPainter painter(this);
    painter.drawImage(QPointF(0, 0), image_.image());
    painter.setRenderHint(QPainter::Antialiasing);
    paintOverlay(painter);
}

void DiskCanvas::paintOverlay(QPainter& painter) {
    const DiskFrame f = frame();
    const DiskPainter disk(f, ink_);
    paintCone(painter, disk);
    paintHorocycle(painter, disk);
    paintLabels(painter, disk);
    paintCircle(painter, disk);
    paintRuler(painter, disk);
    if (hovered_ && *hovered_ < subject_.points.size()) {
        builder_.freshen(projection(), {*hovered_});
        const float radius =
            diskMarkRadius(subject_.size(), subject_.subtreeSize(*hovered_), subject_.tree());
        disk.hoverRing(painter, builder_.spot(*hovered_), radius);
    }
    paintLasso(painter);
    notes_.paint(painter, f, settings_, ink_);
}

std::optional<Complex> DiskCanvas::seenAt(std::optional<size_t> row) {
    if (!row || *row >= subject_.points.size()) return {};
    builder_.freshen(projection(), {static_cast<uint32_t>(*row)});
    const Spot at = builder_.spot(static_cast<uint32_t>(*row));
    return Complex(at.x, at.y);
}

std::optional<std::pair<uint32_t, uint32_t>> DiskCanvas::rulerRows() const {
    return settings_.ruler ? endsOfRuler() : std::nullopt;
}

std::optional<std::pair<uint32_t, uint32_t>> DiskCanvas::endsOfRuler() const {
    if (subject_.size() == 0 || subject_.focusRow() == DiskSubject::none) return {};
    const auto from = subject_.items().rowOf(std::string_view(settings_.rulerFrom));
    if (!from || *from == subject_.focusRow()) return {};
    return std::pair{static_cast<uint32_t>(*from), subject_.focusRow()};
}

void DiskCanvas::paintHorocycle(QPainter& painter, const DiskPainter& disk) {
    if (!settings_.horocycle || subject_.focusRow() == DiskSubject::none) return;
    if (const auto at = seenAt(subject_.focusRow())) disk.horocycle(painter, *at);
}

void DiskCanvas::paintCone(QPainter& painter, const DiskPainter& disk) {
    if (!notes_.cones || subject_.focusRow() >= subject_.points.size()) return;
    const auto cone = displayedCone(projection(), subject_.points, subject_.focusRow(), *notes_.cones);
    if (!cone.empty()) disk.shape(painter, cone);
}

void DiskCanvas::paintCircle(QPainter& painter, const DiskPainter& disk) {
    const auto rows = settings_.circle ? endsOfRuler() : std::nullopt;
    if (!rows || !notes_.distance || notes_.curvature >= 0) return;
    const double radius = notes_.distance(rows->first, rows->second);
    disk.circle(
        painter,
        displayedCircle(projection(), subject_.points, rows->second, radius * std::sqrt(-notes_.curvature)),
        radius);
}

void DiskCanvas::paintRuler(QPainter& painter, const DiskPainter& disk) {
    const auto rows = rulerRows();
    if (!rows || !notes_.distance) return;
    const auto from = seenAt(rows->first), to = seenAt(rows->second);
    if (from && to) disk.ruler(painter, *from, *to, notes_.distance(rows->first, rows->second), 1);
}

void DiskCanvas::paintLabels(QPainter& painter, const DiskPainter& disk) {
    if (labels_.empty()) return;
    disk.leaders(painter, labels_, [&](uint32_t row) { return builder_.spot(row); });
    const double ratio = devicePixelRatioF();
    if (labelPictures_.size() != labels_.size()) {
        labelPictures_.clear();
        for (const DiskLabel& label : labels_)
            labelPictures_.push_back(pictureOf(disk, label, label.row == subject_.focusRow(), ratio));
    }
    // Labels ride on their marks while these move; one that runs into a more important one, or out of sight,
    // waits unseen until labels are placed anew.
    std::vector<LabelBox> taken;
    const LabelBox room{0, 0, static_cast<double>(width()), static_cast<double>(height())};
    for (size_t i = 0; i < labels_.size(); ++i) {
        DiskLabel& label = labels_[i];
        if (!label.atRim) {
            const QPointF mark = disk.pixel(builder_.spot(label.row));
            label.box.left = mark.x() + label.dx, label.box.top = mark.y() + label.dy;
        }
        const bool outside = label.box.left < room.left || label.box.right() > room.right() ||
                             label.box.top < room.top || label.box.bottom() > room.bottom();
        if (outside || std::ranges::any_of(taken, [&](const LabelBox& box) { return box.meets(label.box); }))
            continue;
        taken.push_back(label.box);
        const QPointF at(std::round(label.box.left * ratio) / ratio - 4,
                         std::round(label.box.top * ratio) / ratio - 4);
        painter.drawPixmap(at, labelPictures_[i]);
    }
}

void DiskCanvas::resizeEvent(QResizeEvent*) {
    updateLean();
    labelsStale_ = true;
    sceneChanged();
}

void DiskCanvas::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) labelPictures_.clear();
    QWidget::changeEvent(event);
}

}  // namespace horo::views
