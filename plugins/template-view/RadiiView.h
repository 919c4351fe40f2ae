// Radii: how far the rows of an embedding lie from the origin, in order.
#pragma once

#include "views/plugin/ViewApi.h"

namespace radii {

using namespace horo;
using namespace horo::views;

class RadiiView : public PaintedView {
    Q_OBJECT
public:
    static ViewType viewType();
    RadiiView(WorkspaceModel& model, ViewState state, QWidget* parent = nullptr);

protected:
    void load(const Payload& object) override;
    void paint(QPainter& painter, QSizeF size, const Theme& theme) const override;
    ItemId itemAt(QPointF place, QSizeF size) const override;
    std::vector<ItemId> itemsIn(QRectF box, QSizeF size) const override;
    HoverContent describe(ItemId item) const override;
    QString caption() const override;

private:
    QPointF place(size_t rank, QSizeF size) const;

    std::shared_ptr<const Embedding> embedding_;
    std::vector<size_t> order_;  ///< rows, nearest to the origin first
    std::vector<double> radii_;  ///< of the rows in that order
};

}  // namespace radii
