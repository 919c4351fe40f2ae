#include "core/geometry/frechet_mean.h"

#include <cmath>

namespace horo {

std::vector<double> frechetMean(const Embedding& embedding, const std::function<bool()>& keepGoing) {
    constexpr int steps = 200;
    constexpr double tolerance = 1e-12;
    const size_t columns = embedding.columns();
    const Manifold& manifold = embedding.manifold;
    std::vector<double> mean = embedding.row(0), row(columns), towards(columns), step(columns);
    if (manifold.isHyperbolic()) manifold.origin(mean);
    for (int s = 0; s < steps; ++s) {
        std::fill(step.begin(), step.end(), 0.0);
        for (size_t i = 0; i < embedding.rows(); ++i) {
            if (i % 1024 == 0 && !keepGoing()) return {};
            embedding.vectors.copyRow(i, row);
            manifold.log(mean, row, towards);
            for (size_t j = 0; j < columns; ++j)
                step[j] += towards[j] / static_cast<double>(embedding.rows());
        }
        const double length = std::sqrt(std::max(0.0, manifold.inner(mean, step, step)));
        manifold.exp(mean, step, mean);
        if (length < tolerance) break;
    }
    return mean;
}

}  // namespace horo
