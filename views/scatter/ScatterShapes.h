// What is drawn around the points of a scatter: density, its level lines, hull, trails, orthant.
#pragma once

#include <optional>
#include <vector>

#include <QPointF>

#include "core/data/embedding.h"
#include "views/disk/DiskInk.h"
#include "views/scatter/PointDensity.h"
#include "views/scatter/ScatterSettings.h"
#include "views/scatter/ScatterSubject.h"

class QPainter;

namespace horo::views {

/// The closed lines around the densest places that together hold `share` of what is selected and in sight.
struct SelectionHull {
    static constexpr double share = 0.96;
    static constexpr size_t fewest = 30;    ///< selected rows that have a shape
    static constexpr size_t mostLines = 8;  ///< of what is strewn everywhere there is none
    std::vector<std::vector<QPointF>> lines;
    size_t rows = 0;
};

/// What an order embedding says of one row: whoever is at least as large in every coordinate stands below it
/// (Vendrov et al. 2016).
struct OrderCone {
    uint32_t row = 0;
    size_t inPlane = 0;  ///< other rows that are as large in both drawn columns
    size_t inAll = 0;    ///< of these, in all columns

    /// Nothing unless the embedding was made by embed.order.
    static std::optional<OrderCone> of(const Embedding& embedding, uint32_t row, int columnX, int columnY);
};

struct ScatterShapes {
    std::optional<PointDensity> density;
    std::vector<std::vector<QPointF>> contours;
    SelectionHull hull;
    std::vector<Trail> trails;
    std::optional<OrderCone> cone;

    /// All but the cone, in the frame's pixels.
    static ScatterShapes of(const ScatterSubject& subject, const ScatterFrame& frame,
                            const ScatterSettings& settings);

    /// Below the points. `unit` scales strokes: below 1 for small figures.
    void paintGround(QPainter& painter, const ScatterSubject& subject, const ScatterFrame& frame,
                     const DiskInk& ink, double unit = 1) const;
    /// Above the points.
    void paintLines(QPainter& painter, const ScatterSubject& subject, const ScatterFrame& frame,
                    const DiskInk& ink, double unit = 1) const;
};

}  // namespace horo::views
