// How a hierarchy is drawn: plain values that sessions store and figures read.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "views/drawing/DrawingInk.h"

namespace horo::views {

struct DrawingSettings {
    std::string layout = "icicle";  ///< one of Drawing::layouts()
    std::string size = "leaves";    ///< "leaves", "nodes", "equal", or the key of a number of the workspace
    std::string colour = "branch";  ///< "branch", "depth", "none", or the key of a number
    int level = 0;                  ///< whose branches get hues, 0 = the one the hierarchy suggests
    std::string focus;              ///< name of the node that fills the view, empty = everything
    ExtraParents extra = ExtraParents::None;
    bool labels = true;

    bool operator==(const DrawingSettings&) const = default;
};

/// Missing or ill-typed keys keep their defaults; numbers are brought into their ranges.
DrawingSettings drawingSettingsFromJson(const nlohmann::json& json);
nlohmann::json toJson(const DrawingSettings& settings);

}  // namespace horo::views
