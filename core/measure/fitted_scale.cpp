#include "core/measure/fitted_scale.h"

namespace horo {

void FittedScale::addTo(Report& report) const {
    report.add("scale", value, "least squares over drawn pairs: sum d d_G / sum d_G^2", "distance per edge",
               static_cast<int64_t>(pairs));
}

Result<FittedScale> fittedScale(const Embedding& embedding, const Hierarchy& hierarchy,
                                DistortionOptions options) {
    options.fitScale = true;
    options.neighborMap = false;
    const auto scores = distortion(embedding, hierarchy, options);
    if (!scores) return scores.error();
    if (!(scores->scale > 0))
        return inputError("all rows are one point, so there is no scale",
                          "choose an embedding that was trained");
    return FittedScale{scores->scale, scores->pairs};
}

}  // namespace horo
