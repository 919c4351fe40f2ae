// A hierarchy drawn as icicle, sunburst, treemap or radial tree.
#pragma once

#include <memory>
#include <optional>

#include "core/data/item_numbers.h"
#include "views/drawing/DrawingSettings.h"
#include "views/view/ViewFactory.h"

class QMenu;

namespace horo::views {

class DrawingCanvas;
class HoverCard;
class MenuButton;
class PathLine;
class ViewHeader;

/// Objects of its state: the hierarchy. Draws its spanning tree below one node, the focus; the path above it
/// leads back. Double click and wheel go in and out.
class DrawingView : public View {
    Q_OBJECT
public:
    static ViewType viewType();
    DrawingView(WorkspaceModel& model, ViewState state, QWidget* parent = nullptr);
    ~DrawingView() override;

    void applySettings(const nlohmann::json& settings) override;
    nlohmann::json currentSettings() const override { return toJson(settings_); }
    Figure figure() const override;
    /// The focus becomes the lowest node above all that is selected.
    void frameSelection() override;
    void home() override;

    const DrawingSettings& settings() const { return settings_; }
    DrawingCanvas& canvas() const { return *canvas_; }

private:
    void connectHeader();
    void connectCanvas();
    void connectModel();
    void loadObjects();
    void takeTree();
    void takeColours();
    void takeSelection();
    void takeHover();
    void showPath();
    void change(const QString& what, const DrawingSettings& settings);
    void fillLayoutMenu(QMenu& menu);
    void fillSettingsMenu(QMenu& menu);
    void pointAt(std::optional<Node> node, QPoint position);
    void select(std::vector<Node> nodes, std::optional<Node> pointed, Qt::KeyboardModifiers modifiers);
    void step(Qt::Key arrow);
    void goTo(Node focus);
    Node focus() const;
    int level() const;
    std::vector<ItemNumber> numbers() const;
    QString nameOf(const std::string& key) const;
    std::vector<uint32_t> colours(bool paper) const;
    const SpanningTree& tree() const { return look_->tree(); }

    DrawingSettings settings_;
    std::string hierarchyId_;
    std::shared_ptr<const Hierarchy> hierarchy_;
    std::shared_ptr<const HierarchyLook> look_;
    std::shared_ptr<const DrawnTree> drawn_;
    std::shared_ptr<const Drawing> drawing_;
    std::vector<double> weights_;
    std::vector<double> colourValues_;  ///< of the column that colours, else empty
    bool pointing_ = false;

    ViewHeader* header_ = nullptr;
    MenuButton* layout_ = nullptr;
    PathLine* path_ = nullptr;
    DrawingCanvas* canvas_ = nullptr;
    HoverCard* card_ = nullptr;
};

}  // namespace horo::views
