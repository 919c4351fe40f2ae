#include "core/projection/flat_rows.h"

#include <cmath>

#include "core/geometry/frechet_mean.h"

namespace horo {

Result<Vectors> centredBall(const Embedding& embedding, const std::function<bool()>& keepGoing) {
    const bool lorentz = embedding.manifold.kind() == ManifoldKind::Lorentz;
    const double curvature = embedding.manifold.curvature(), root = std::sqrt(-curvature);
    const size_t columns = embedding.columns() - lorentz;
    std::vector<double> row(embedding.columns()), values(embedding.rows() * columns), centre(columns);
    const auto toBall = [&](std::span<const double> from, std::span<double> to) {
        if (lorentz)
            lorentzToPoincare(from, curvature, to);
        else
            std::copy(from.begin(), from.end(), to.begin());
        for (double& value : to)
            value *= root;
    };
    const std::vector<double> mean = frechetMean(embedding, keepGoing);
    if (mean.empty()) return cancelledError();
    toBall(mean, centre);
    for (size_t i = 0; i < embedding.rows(); ++i) {
        const std::span<double> to(values.data() + i * columns, columns);
        embedding.vectors.copyRow(i, row);
        toBall(row, to);
        moveToOrigin(centre, to, -1, to);
    }
    return Vectors(embedding.rows(), columns, std::move(values));
}

Result<FlatRows> flatRows(const Embedding& embedding, const std::function<bool()>& keepGoing) {
    const ManifoldKind kind = embedding.manifold.kind();
    if (kind == ManifoldKind::Euclidean || embedding.rows() == 0) return FlatRows{embedding.vectors, ""};
    if (!embedding.manifold.isHyperbolic())
        return FlatRows{embedding.vectors, "; of the coordinates as they stand"};
    auto ball = centredBall(embedding, keepGoing);
    if (!ball) return ball.error();
    const Manifold unit = Manifold::poincare();
    const double scale = 1 / std::sqrt(-embedding.manifold.curvature());
    std::vector<double> values = ball->toDouble();
    for (size_t i = 0; i < ball->rows(); ++i) {
        const std::span<double> row(values.data() + i * ball->columns(), ball->columns());
        double norm = 0;
        for (const double value : row)
            norm = std::hypot(norm, value);
        const double factor = norm > 0 ? scale * unit.radius(row) / norm : 0;
        for (double& value : row)
            value *= factor;
    }
    return FlatRows{Vectors(ball->rows(), ball->columns(), std::move(values)),
                    "; in the tangent space at the Frechet mean"};
}

}  // namespace horo
