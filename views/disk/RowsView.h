// What the disk and the space do alike: find the rows of an embedding and the hierarchy over them, select,
// hover, colour.
#pragma once

#include <QPointF>
#include <memory>
#include <optional>

#include "views/disk/DiskSubject.h"
#include "views/tree/ColourMenu.h"
#include "views/view/View.h"
#include "views/workspace/HierarchyLook.h"

class QMenu;

namespace horo::views {

class HoverCard;
class RowsCanvas;
class ViewHeader;

/// Objects of its state: the embedding, then (optional) the hierarchy whose edges are drawn; without one the
/// workspace's hierarchyOf(embedding) is taken, and without any the rows are plain points.
class RowsView : public View {
    Q_OBJECT
protected:
    RowsView(WorkspaceModel& model, ViewState state, QWidget* parent);

    /// To be called once header and canvas are there.
    void connectRows(ViewHeader* header, RowsCanvas* canvas);

    /// Takes object and hierarchy from the workspace. True: the hierarchy is another one, and nothing is
    /// shown any more.
    bool findObjects();
    int suggestedLevel() const { return look_ ? std::max(1, look_->suggestedLevel()) : 2; }
    std::shared_ptr<const SpanningTree> tree() const;
    std::vector<ItemNumber> numbers() const;
    std::vector<uint32_t> rowColours(bool paper) const;
    QString colourName() const;
    /// Makes `level` the one whose branches have names and colours in this and all linked views, as one step
    /// to undo.
    void showLevel(int level);

    void loadSelection();
    void loadHover();
    void loadColours();

    virtual const DiskSubject& subject() const = 0;
    virtual ColourChoice colouring() const = 0;
    virtual void chooseColour(const ColourChoice& choice) = 0;
    virtual void fillSettingsMenu(QMenu& menu) = 0;
    virtual void loadObjects() = 0;
    virtual void takePayload() = 0;
    virtual void showSelection(const Selection& selection) = 0;
    virtual void showColours(std::vector<uint32_t> colours) = 0;
    /// Where a row is seen, in the canvas; nothing where it is not.
    virtual std::optional<QPointF> placeOf(uint32_t row) const = 0;

    std::string embeddingId_;
    std::shared_ptr<const Embedding> embedding_;
    std::shared_ptr<const Hierarchy> hierarchy_;
    std::shared_ptr<const HierarchyLook> look_;  ///< null without a hierarchy
    ViewHeader* header_ = nullptr;

private:
    void connectHeader();
    void connectMarks();
    void connectModel();
    void click(std::optional<uint32_t> row, Qt::KeyboardModifiers modifiers);
    void fillLassoMenu(QMenu& menu);
    void lasso(const std::vector<uint32_t>& rows, Qt::KeyboardModifiers modifiers);
    void pointAt(std::optional<uint32_t> row, QPoint position);

    RowsCanvas* rows_ = nullptr;
    HoverCard* hoverCard_ = nullptr;
    bool pointing_ = false;
};

}  // namespace horo::views
