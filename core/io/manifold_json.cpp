#include "core/io/manifold_json.h"

namespace horo {

using nlohmann::json;

json manifoldToJson(const Manifold& manifold) {
    json meta = {{"manifold", manifoldName(manifold.kind())}, {"curvature", manifold.curvature()}};
    if (manifold.kind() == ManifoldKind::Product) {
        meta["factors"] = json::array();
        for (const auto& f : manifold.factors())
            meta["factors"].push_back({{"manifold", manifoldName(f.kind)},
                                       {"curvature", f.curvature},
                                       {"columns", {f.first, f.end}}});
    }
    return meta;
}

Result<Manifold> manifoldFromJson(const json& meta, const std::string& place) {
    const std::string name = meta.value("manifold", std::string("euclidean"));
    const auto kind = manifoldFromName(name);
    if (!kind) return Error{kind.error().cause, kind.error().advice, place};
    const bool hyperbolic = *kind == ManifoldKind::Poincare || *kind == ManifoldKind::Lorentz;
    const double curvature = meta.value("curvature", hyperbolic                      ? -1.0
                                                     : *kind == ManifoldKind::Sphere ? 1.0
                                                                                     : 0.0);
    std::vector<Factor> factors;
    for (const auto& f : meta.value("factors", json::array())) {
        const auto factorKind = manifoldFromName(f.at("manifold").get<std::string>());
        if (!factorKind) return Error{factorKind.error().cause, factorKind.error().advice, place};
        factors.push_back({*factorKind, f.value("curvature", 0.0), f.at("columns").at(0).get<size_t>(),
                           f.at("columns").at(1).get<size_t>()});
    }
    auto manifold = Manifold::create(*kind, curvature, std::move(factors));
    if (!manifold) manifold.error().place = place;
    return manifold;
}

}  // namespace horo
