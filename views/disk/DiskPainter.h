// Paints scenes, labels and tools of a disk by QPainter: small scenes on screen, overlays, and figures.
#pragma once

#include <QPen>
#include <QPointF>
#include <QRectF>
#include <span>

#include "views/disk/DiskInk.h"
#include "views/disk/DiskLabels.h"
#include "views/disk/DiskScene.h"

class QPainter;
class QPainterPath;

namespace horo::views {

/// Lengths are units of the painter it is given (pixels on screen, points in a figure). `unit` scales the
/// strokes and rings that are not in the scene's own lists: below 1 for small figures.
class DiskPainter {
public:
    DiskPainter(const DiskFrame& frame, const DiskInk& ink, double unit = 1)
        : frame_(frame), ink_(ink), unit_(unit) {}

    /// The rim and, where `rho` are given, rings at those displayed radii.
    void ground(QPainter& painter, std::span<const double> rings) const;
    void lines(QPainter& painter, std::span<const DiskLine> lines) const;
    void marks(QPainter& painter, std::span<const DiskMark> marks) const;
    /// The second ring of the mark a selection hangs on.
    void focusRing(QPainter& painter, Spot at, float radius) const;
    void hoverRing(QPainter& painter, Spot at, float radius) const;
    /// `spot(row)` tells where a mark is now.
    template <class SpotOf>
    void leaders(QPainter& painter, std::span<const DiskLabel> labels, SpotOf&& spot) const {
        for (const DiskLabel& label : labels)
            if (label.atRim) leader(painter, label, spot(label.row));
    }
    void label(QPainter& painter, const DiskLabel& label, QPointF corner, bool focus) const;

    /// The arc from p to q (points of the displayed disk) with a tick at each `unit` of `distance`, and a
    /// plate.
    void ruler(QPainter& painter, Complex p, Complex q, double distance, double unit) const;
    /// Where the ruler's plate stands, with a little room.
    QRectF plateRoom(Complex p, Complex q) const;
    /// A closed line through points of the displayed disk, dashed, with a value in a plate at the last one.
    void circle(QPainter& painter, std::span<const Complex> points, double radius) const;
    /// A closed shape of the displayed disk, lightly filled.
    void shape(QPainter& painter, std::span<const Complex> border) const;
    /// The horocycle of the displayed disk through p, dashed, with its ideal point.
    void horocycle(QPainter& painter, Complex p) const;

    QPointF pixel(Spot at) const { return pixel(Complex(at.x, at.y)); }
    QPointF pixel(Complex at) const {
        const Complex p = frame_.pixel(at);
        return {p.real(), p.imag()};
    }
    QPainterPath arcPath(Complex p, Complex q) const;

private:
    /// The circle of the displayed disk, as the model shows it.
    void displayedCircle(QPainter& painter, Complex middle, double radius) const;
    QPen dashes(const QColor& colour) const;
    void leader(QPainter& painter, const DiskLabel& label, Spot at) const;
    void plate(QPainter& painter, QPointF middle, const QString& text) const;

    DiskFrame frame_;
    const DiskInk& ink_;
    double unit_;
};

}  // namespace horo::views
