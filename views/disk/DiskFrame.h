// Where the disk stands in its view, in pixels.
#pragma once

#include <algorithm>
#include <cmath>

#include "views/disk/DiskModel.h"
#include "views/disk/DiskProjection.h"

namespace horo::views {

struct DiskFrame {
    double width = 0, height = 0;
    double x = 0, y = 0;  ///< middle of the disk
    double radius = 1;    ///< of the rim
    DiskModel model = DiskModel::Poincare;

    /// The disk inside width x height; zoom and pan as in DiskSettings. `lean` in [-1, 1] moves it sideways
    /// into the room that the shorter side leaves, so that names at the rim have their place.
    static DiskFrame fit(double width, double height, const DiskSettings& settings, double lean = 0) {
        constexpr double margin = 30, least = 14, nameRoom = 132;
        const double straight = std::max(20.0, std::min(width, height) / 2 - margin);
        // Leaning over it also becomes smaller where the names would otherwise be cut.
        const double leaning = std::clamp((width - least - nameRoom) / 2, 0.7 * straight, straight);
        const double base = straight + std::abs(lean) * (leaning - straight);
        const double room = std::max(0.0, width / 2 - base - least);
        DiskFrame frame{width, height, 0, 0, base * settings.zoom, settings.model};
        frame.x = width / 2 + lean * room + settings.panX * base;
        frame.y = height / 2 + settings.panY * base;
        return frame;
    }
    /// Where the model draws a point of the displayed disk.
    Complex pixel(Complex p) const {
        const Complex m = inModel(model, p);
        return {x + radius * m.real(), y - radius * m.imag()};
    }
    double pixelX(Spot p) const { return pixel(Complex(p.x, p.y)).real(); }
    double pixelY(Spot p) const { return pixel(Complex(p.x, p.y)).imag(); }
    Complex displayedAt(double px, double py) const {
        return fromModel(model, {(px - x) / radius, (y - py) / radius});
    }
};

}  // namespace horo::views
