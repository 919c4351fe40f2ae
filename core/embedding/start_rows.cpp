#include "core/embedding/start_rows.h"

#include "core/base/random.h"
#include "core/embedding/tree_layout.h"

namespace horo {
namespace {

constexpr double cubeHalfWidth = 1e-3;
constexpr double layoutEdge = 0.6, layoutMaxRadius = 6;  // hyperbolic lengths
constexpr uint64_t startStream = 0x5747;                 // apart from the streams of the samplers

}  // namespace

std::vector<double> startRows(const Hierarchy& hierarchy, const TaxonomyOptions& options) {
    const size_t dim = static_cast<size_t>(options.dim);
    Random random(options.seed, startStream);
    std::vector<double> rows(hierarchy.size() * dim);
    for (double& value : rows)
        value = random.uniform(-cubeHalfWidth, cubeHalfWidth);
    const bool layout = options.start == TaxonomyStart::TreeLayout ||
                        (options.start == TaxonomyStart::Auto && options.dim == 2);
    if (layout) {
        const auto points = radialTreeLayout(SpanningTree(hierarchy), layoutEdge, layoutMaxRadius);
        for (size_t v = 0; v < points.size(); ++v) {
            rows[v * dim] += points[v].real() * (1 - 2 * cubeHalfWidth);
            rows[v * dim + 1] += points[v].imag() * (1 - 2 * cubeHalfWidth);
        }
    }
    return rows;
}

}  // namespace horo
