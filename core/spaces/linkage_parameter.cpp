#include "core/spaces/linkage_parameter.h"

#include "core/measure/distance_matrix.h"

namespace horo {

Parameter linkageParameter() {
    return choice("linkage", "Linkage", {"average", "complete", "single"},
                  "Distance of two clusters: mean, largest or smallest over pairs of their rows.");
}

Linkage linkageFrom(const Parameters& parameters) {
    const std::string& name = parameters.text("linkage");
    return name == "single" ? Linkage::Single : name == "complete" ? Linkage::Complete : Linkage::Average;
}

Estimate linkageEstimate(size_t rows, Linkage how) {
    const auto count = static_cast<double>(rows);
    const bool hasMatrix = how != Linkage::Single || rows <= DistanceMatrix::limit;
    return {std::nullopt, hasMatrix ? count * count * 8e-6 : count * 1e-4};
}

LinkageOptions linkageOptions(Context& context, std::string doing) {
    LinkageOptions options;
    options.threads = context.conditions().threads;
    options.keepGoing = [&context, doing = std::move(doing)](double share) {
        context.progress({share, doing, {}});
        return context.keepGoing();
    };
    return options;
}

}  // namespace horo
