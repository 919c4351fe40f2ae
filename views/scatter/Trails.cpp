#include "views/scatter/Trails.h"

#include <QLinearGradient>
#include <algorithm>
#include <cmath>

namespace horo::views {

namespace {

const std::vector<double>* numbersOf(const Table& table, const std::string& name) {
    const Column* column = table.find(name);
    return column ? std::get_if<std::vector<double>>(&column->values) : nullptr;
}

}  // namespace

Trails Trails::of(const Table& moved, const Embedding& embedding, int columnX, int columnY) {
    Trails trails;
    const int last = static_cast<int>(embedding.columns()) - 1;
    const Column* column = moved.find("id");
    const auto* ids = column ? std::get_if<std::vector<std::string>>(&column->values) : nullptr;
    const auto* x = numbersOf(moved, "before_" + std::to_string(std::min(columnX, last) + 1));
    const auto* y = numbersOf(moved, "before_" + std::to_string(std::min(columnY, last) + 1));
    if (!ids || !x || !y) return trails;
    for (size_t i = 0; i < ids->size(); ++i)
        if (const auto row = embedding.items->rowOf(std::string_view((*ids)[i])))
            trails.all.push_back({static_cast<uint32_t>(*row), static_cast<float>((*x)[i]),
                                  last > 0 ? static_cast<float>((*y)[i]) : 0});
    return trails;
}

std::vector<Trail> Trails::drawn(const DiskSubject& rows) const {
    std::vector<Trail> drawn;
    const bool ofSelected = !rows.selectedRows().empty();
    for (const Trail& trail : all) {
        if (drawn.size() >= (ofSelected ? mostSelected : most)) break;
        if (!ofSelected || rows.isSelected(trail.row)) drawn.push_back(trail);
    }
    return drawn;
}

void paintTrails(QPainter& painter, const std::vector<Trail>& trails, const std::vector<float>& x,
                 const std::vector<float>& y, const std::vector<uint32_t>& colours, const ScatterFrame& frame,
                 double unit) {
    for (const Trail& trail : trails) {
        if (trail.row >= x.size() || !std::isfinite(x[trail.row]) || !std::isfinite(y[trail.row])) continue;
        const QPointF before = frame.pixel(trail.x, trail.y), now = frame.pixel(x[trail.row], y[trail.row]);
        QColor colour = trail.row < colours.size() ? QColor::fromRgb(colours[trail.row]) : QColor(Qt::gray);
        QLinearGradient ink(before, now);
        colour.setAlphaF(0.9f);
        ink.setColorAt(1, colour);
        colour.setAlphaF(0.1f);
        ink.setColorAt(0, colour);
        painter.setPen(QPen(ink, 1.1 * unit));
        painter.drawLine(before, now);
    }
}

}  // namespace horo::views
