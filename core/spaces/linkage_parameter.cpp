#include "core/spaces/linkage_parameter.h"

#include "core/measure/distance_matrix.h"
#include "core/method/part_of_run.h"

namespace horo {

Parameter linkageParameter() {
    return choice("linkage", "Linkage", {"average", "complete", "single"},
                  "Distance of two clusters: mean, largest or smallest over pairs of their rows.");
}

Linkage linkageFrom(const Parameters& parameters) {
    const std::string& name = parameters.text("linkage");
    return name == "single" ? Linkage::Single : name == "complete" ? Linkage::Complete : Linkage::Average;
}

Estimate linkageEstimate(const Inputs& inputs, const Parameters& parameters) {
    const auto embedding = inputs.embedding("embedding");
    if (!embedding) return {};
    const auto count = static_cast<double>(embedding->rows());
    const bool hasMatrix =
        linkageFrom(parameters) != Linkage::Single || embedding->rows() <= DistanceMatrix::limit;
    return {std::nullopt, hasMatrix ? count * count * 8e-6 : count * 1e-4};
}

LinkageOptions linkageOptions(Context& context, std::string doing) {
    LinkageOptions options;
    options.threads = context.conditions().threads;
    options.keepGoing = keepTelling(context, std::move(doing));
    return options;
}

}  // namespace horo
