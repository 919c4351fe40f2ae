#include "core/embedding/embedding_cones.h"

#include <nlohmann/json.hpp>

namespace horo {

std::optional<EntailmentCones> conesOf(const Embedding& embedding) {
    if (embedding.method != "embed.cones" || embedding.manifold != Manifold::poincare()) return std::nullopt;
    const auto parameters = nlohmann::json::parse(embedding.parameters, nullptr, false);
    if (!parameters.is_object() || !parameters.contains("aperture")) return std::nullopt;
    const auto& aperture = parameters["aperture"];
    if (!aperture.is_number() || !(aperture.get<double>() > 0)) return std::nullopt;
    return EntailmentCones(aperture.get<double>());
}

}  // namespace horo
