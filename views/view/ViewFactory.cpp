#include "views/view/ViewFactory.h"

#include <QCoreApplication>

#include "views/disk/DiskView.h"
#include "views/scores/ScoresView.h"
#include "views/table/TableView.h"
#include "views/text/TextView.h"
#include "views/training/TrainingView.h"
#include "views/tree/TreeView.h"

namespace horo::views {

namespace {

template <class Class>
ViewType viewType(std::string type, const char* title, const char* icon, std::vector<Kind> kinds) {
    return {std::move(type), QCoreApplication::translate("ViewFactory", title), QString::fromLatin1(icon),
            std::move(kinds), [](WorkspaceModel& model, ViewState state) -> View* {
                return new Class(model, std::move(state));
            }};
}

}  // namespace

const std::vector<ViewType>& viewTypes() {
    static const std::vector<ViewType> types{
        viewType<TreeView>("tree", "Taxonomy", "tree", {Kind::Hierarchy}),
        viewType<DiskView>("disk", "Poincaré disk", "disk", {Kind::Embedding}),
        viewType<TrainingView>("training", "Training", "chart", {Kind::Embedding}),
        viewType<ScoresView>("scores", "Scores", "table", {Kind::Embedding}),
        viewType<TableView>("table", "Table", "table", {Kind::Embedding, Kind::Hierarchy, Kind::Table}),
        viewType<TextView>("text", "Text", "text", {Kind::Text, Kind::Segmentation}),
    };
    return types;
}

const ViewType* findViewType(const std::string& type) {
    for (const auto& known : viewTypes())
        if (known.type == type) return &known;
    return nullptr;
}

}  // namespace horo::views
