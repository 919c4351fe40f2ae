// How a ruler is shown: plain values that sessions store and figures read.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>

#include "views/ruler/RulerTrack.h"

namespace horo::views {

struct RulerSettings {
    double first = 0;          ///< byte at the left edge
    double bytesPerPixel = 0;  ///< 0 = the whole text
    UnitColour colour = UnitColour::Bits;
    std::set<std::string> hidden;       ///< ids of segmentations that have no line
    std::map<std::string, int> levels;  ///< by id, from 0 = the finest, which the others show
    std::string chosenIn, chosenUnit;   ///< id of a segmentation and a label of it; empty = none
};

/// Missing or ill-typed keys keep their defaults.
RulerSettings rulerSettingsFromJson(const nlohmann::json& json);
nlohmann::json toJson(const RulerSettings& settings);

}  // namespace horo::views
