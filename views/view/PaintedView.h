// A view that is drawn by QPainter alone: everything but the drawing is here.
#pragma once

#include <QRectF>
#include <vector>

#include "views/kit/HoverCard.h"
#include "views/view/View.h"
#include "views/view/ViewFactory.h"

class QPainter;

namespace horo::views {

class Theme;
class ViewHeader;

/// Header, link, hover card, selection (click, drag, Shift, Alt, Esc), export and session state come from
/// here; a subclass says what is painted and what lies where. `size` is in pixels on the screen and in points
/// in a figure; painting and finding may be asked for any size. What a subclass throws is shown in the view.
class PaintedView : public View {
    Q_OBJECT
public:
    PaintedView(WorkspaceModel& model, ViewState state, const ViewType& type, QWidget* parent = nullptr);

    void applySettings(const nlohmann::json& settings) override;
    Figure figure() const override;

protected:
    /// Takes the object over: at first, when it has changed, and with each picture of a run that is going on.
    virtual void load(const Payload& object) = 0;
    virtual void paint(QPainter& painter, QSizeF size, const Theme& theme) const = 0;
    /// The item at a place, 0 = none.
    virtual ItemId itemAt(QPointF, QSizeF) const { return 0; }
    virtual std::vector<ItemId> itemsIn(QRectF, QSizeF) const { return {}; }
    /// What the hover card says of an item.
    virtual HoverContent describe(ItemId) const { return {}; }
    /// What is seen, in a sentence, for the caption of a figure.
    virtual QString caption() const = 0;

    ViewHeader& header() const { return *header_; }
    /// Whether the item is selected or under the pointer, here or in any other view.
    bool isSelected(ItemId item) const { return isLinked() && model().selection().contains(item); }
    bool isHovered(ItemId item) const { return isLinked() && item != 0 && model().hovered() == item; }

    void showEvent(QShowEvent* event) override;

private:
    class Canvas;
    void refresh();

    ViewHeader* header_;
    Canvas* canvas_;
    Payload loaded_;
    QString fault_;  ///< what the subclass threw, or empty
};

}  // namespace horo::views
