// The space of an embedding as its file tells it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "core/base/result.h"
#include "core/geometry/manifold.h"

namespace horo {

/// {"manifold", "curvature", for a product "factors": [{"manifold", "curvature", "columns": [first, end]}]}.
nlohmann::json manifoldToJson(const Manifold& manifold);
/// Without "manifold" it is Euclidean; without "curvature" the curvature is 0, 1 or -1. Error: as
/// Manifold::create. Throws nlohmann::json::exception where a member has a wrong type.
Result<Manifold> manifoldFromJson(const nlohmann::json& meta, const std::string& place);

}  // namespace horo
