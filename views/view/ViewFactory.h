// All classes of views by their type; a view in its own file enters itself (ViewClass.h).
#pragma once

#include <QString>
#include <functional>
#include <memory>
#include <vector>

#include "core/base/result.h"
#include "views/view/View.h"

namespace horo::views {

/// One of several ways in which a class of views shows things, with a name of its own in the menu.
struct ViewPreset {
    QString title;
    nlohmann::json settings;
};

/// Where a view stands in the window until a person moves it.
enum class ViewPlace {
    Middle,  ///< large: pictures
    Side,    ///< a column of its own: lists of nodes
    Below    ///< low and wide: curves, tables
};

/// What the window knows of a class of views before there is one.
struct ViewType {
    std::string type;  ///< in ViewState
    QString title, icon;
    std::vector<Kind> kinds;  ///< of the first object that it shows, what it shows best first
    std::function<View*(WorkspaceModel&, ViewState)> create;
    ViewPlace place = ViewPlace::Middle;
    std::vector<ViewPreset> presets = {};  ///< may be empty
};

/// Those that are built in, then those of plugins.
const std::vector<ViewType>& viewTypes();
/// The newest object that a view shows, of the kind that it shows best; null if there is none.
std::shared_ptr<const Object> newestFor(const ViewType& type, const Workspace& workspace);
/// Null for a type that is not known.
const ViewType* findViewType(const std::string& type);
/// Error: the type is taken, or something of it is missing.
Result<void> addViewType(ViewType type);

}  // namespace horo::views
