// The cells of one of two facing hierarchies, painted.
#pragma once

#include "views/tangle/TangleInk.h"

namespace horo::views {

/// Paints the cells of a side, their outlines and names.
class TangleCells {
public:
    TangleCells(QPainter& painter, const TangleScene& scene, const TangleInk& ink, Side side);

    void areas();
    void outlines();
    /// Names in cells, and beside closed ones that are too narrow.
    void labels();
    /// Where a curve to a cell may begin without meeting its name; after `labels`.
    double curveStart(uint32_t cell) const { return start_[cell]; }
    bool isChosen(uint32_t cell) const { return chosen_[cell]; }
    /// The colour of the node that a cell is named for.
    QColor own(const SideCell& cell) const;

private:
    QColor fill(const QColor& own, bool neutral, uint32_t cell) const;
    QColor branchFill(uint32_t cell) const;
    void area(uint32_t cell);
    void statusArea(uint32_t cell, const QRectF& box);
    /// Hatched: in this hierarchy alone.
    void hatch(const QRectF& box, const QColor& colour);
    bool isNeutral(const SideCell& cell) const;
    bool isOnly(uint32_t cell) const;
    void labelInside(uint32_t cell, const QRectF& box);
    void labelBeside(uint32_t cell, const QRectF& box);

    QPainter& painter_;
    const TangleScene& scene_;
    const TangleInk& ink_;
    Side side_;
    const SideLayout& layout_;
    std::vector<char> chosen_;  ///< by cell
    std::vector<double> start_;
    double lineHeight_ = 0;
};

}  // namespace horo::views
