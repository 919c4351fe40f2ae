// The Poincare disk: an embedding seen from any centre, with the hierarchy as arcs and colours.
#pragma once

#include <memory>

#include "core/hierarchy/spanning_tree.h"
#include "views/disk/DiskSettings.h"
#include "views/view/View.h"

namespace horo::views {

class DiskCanvas;
class ViewHeader;

/// Objects of its state: the embedding, then (optional) the hierarchy whose edges are drawn; without one the
/// workspace's hierarchyOf(embedding) is taken, and without any the rows are drawn as plain points.
class DiskView : public View {
    Q_OBJECT
public:
    DiskView(WorkspaceModel& model, ViewState state, QWidget* parent = nullptr);
    ~DiskView() override;

    void applySettings(const nlohmann::json& settings) override;
    Figure figure() const override;
    void frameSelection() override;
    void home() override;

    const DiskSettings& settings() const { return settings_; }
    DiskCanvas& canvas() const { return *canvas_; }

    /// Moves the centre of view to an item, along the geodesic where motion is on.
    void centreOn(ItemId item);

private:
    void loadObjects();
    void takePayload();
    void takeSelection();
    void takeColours();
    void showCounts();
    void showColourMenu();
    void showSettingsMenu();
    void change(const QString& what, const DiskSettings& settings, const QString& merge = {});
    void clicked(std::optional<size_t> row, Qt::KeyboardModifiers modifiers);
    void lassoed(const std::vector<uint32_t>& rows, Qt::KeyboardModifiers modifiers);
    void hovered(std::optional<size_t> row);

    DiskSettings settings_;
    std::string embeddingId_;
    std::shared_ptr<const Embedding> embedding_;
    std::shared_ptr<const Hierarchy> hierarchy_;
    std::shared_ptr<const SpanningTree> tree_;
    ViewHeader* header_ = nullptr;
    DiskCanvas* canvas_ = nullptr;
};

}  // namespace horo::views
