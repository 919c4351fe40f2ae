#include "views/disk/RowsCanvas.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QPainter>
#include <cmath>

#include "views/theme/ThemeSource.h"

namespace horo::views {

namespace {
constexpr int stillAfter = 120;  // ms without motion until the full picture and new names
constexpr double nameWeight = 12;
}  // namespace

RowsCanvas::RowsCanvas(QWidget* parent) : QWidget(parent), ink_(DiskInk::ofTheme()) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    still_.setSingleShot(true);
    connect(&still_, &QTimer::timeout, this, &RowsCanvas::settle);
    glide_.setEasingCurve(QEasingCurve::OutCubic);
    connect(&ThemeSource::instance(), &ThemeSource::changed, this, [this] {
        ink_ = DiskInk::ofTheme();
        themeChanged();
        sceneChanged();
    });
}

void RowsCanvas::setHovered(std::optional<uint32_t> row) {
    if (hovered_ == row) return;
    hovered_ = row;
    update();
}

void RowsCanvas::setLive(bool live) {
    if (live_ == live) return;
    if (live_) labelsStale_ = true;
    live_ = live;
    sceneChanged();
}

void RowsCanvas::setLassoOn(bool on) {
    if (lassoOn_ == on) return;
    lassoOn_ = on;
    setCursor(on ? Qt::CrossCursor : Qt::ArrowCursor);
    Q_EMIT lassoChanged(on);
}

double RowsCanvas::crowding(const QRect& box) const {
    double marks = 0;
    eachMark([&](uint32_t, QPointF at) { marks += box.contains(at.toPoint()); });
    for (const DiskLabel& label : labels_)
        if (box.intersects(QRectF(label.box.left, label.box.top, label.box.width, label.box.height).toRect()))
            marks += nameWeight;
    return marks;
}

void RowsCanvas::leaveEvent(QEvent*) {
    Q_EMIT hoverMoved({}, {});
}

void RowsCanvas::sceneChanged() {
    sceneStale_ = pickerStale_ = true;
    update();
}

void RowsCanvas::inMotion() {
    moving_ = true;
    still_.start(stillAfter);
    sceneChanged();
}

void RowsCanvas::settle() {
    moving_ = false;
    sceneChanged();
    // A pause with the button held: the full picture, but the gesture goes on.
    if (isDragged()) return;
    labelsStale_ = true;
    if (!motion_.isEmpty()) Q_EMIT settingsChanged(std::exchange(motion_, {}));
}

bool RowsCanvas::pressKey(int key) {
    switch (key) {
        case Qt::Key_L:
            toggleLasso(SelectBy::Lasso);
            return true;
        case Qt::Key_R:
            toggleLasso(SelectBy::Rectangle);
            return true;
        case Qt::Key_B:
            toggleLasso(SelectBy::Brush);
            return true;
        case Qt::Key_F:
            frameSelection();
            return true;
        case Qt::Key_H:
            home();
            return true;
        case Qt::Key_Plus:
            zoomAt(rect().center(), 1.2);
            return true;
        case Qt::Key_Minus:
            zoomAt(rect().center(), 1 / 1.2);
            return true;
        default:
            return false;
    }
}

void RowsCanvas::measureBy(DiskLabelOptions& options) const {
    views::measureBy(options, ink_, true);
}

void RowsCanvas::toggleLasso(SelectBy how) {
    const bool ends = lassoOn_ && selectBy_ == how;
    selectBy_ = how;
    setLassoOn(!ends);
}

void RowsCanvas::extendLasso(QPointF at) {
    lasso_.extend(at);
    update();
}

void RowsCanvas::dropLasso() {
    lasso_.clear();
    update();
}

void RowsCanvas::finishLasso(Qt::KeyboardModifiers modifiers) {
    const SelectionShape shape = std::exchange(lasso_, {});
    update();
    if (shape.isEmpty()) return;
    std::vector<uint32_t> rows;
    const QRectF bounds = shape.bounds();
    eachMark([&](uint32_t row, QPointF at) {
        if (bounds.contains(at) && shape.contains(at)) rows.push_back(row);
    });
    Q_EMIT lassoed(rows, modifiers);
}

void RowsCanvas::paintLasso(QPainter& painter) const {
    lasso_.paint(painter, ink_.accent);
}

void measureBy(DiskLabelOptions& options, const DiskInk& ink, bool wholePixels) {
    const QFontMetricsF plain(ink.label), strong(ink.focusLabel);
    options.measure = [=](const std::string& text, bool isStrong) {
        const double width = (isStrong ? strong : plain).horizontalAdvance(QString::fromStdString(text));
        return (wholePixels ? std::ceil(width) : width) + 1;
    };
    options.elide = [=](const std::string& text, bool isStrong, double widest) {
        return (isStrong ? strong : plain)
            .elidedText(QString::fromStdString(text), Qt::ElideRight, widest)
            .toStdString();
    };
}

}  // namespace horo::views
