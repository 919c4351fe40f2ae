// project.horopca: principal components along horospheres as a method.
#include "core/method/registry.h"
#include "core/projection/flat_rows.h"
#include "core/projection/horopca.h"
#include "core/projection/landmarks.h"
#include "core/projection/projection.h"

#include "core/geometry/poincare.h"
#include "core/measure/pair_draw.h"

namespace horo {

namespace {

constexpr const char* convention =
    "mean squared distance over pairs of rows of the picture, or a million drawn ones of more than 5,000 "
    "rows; "
    "curvature -1";

/// Mean squared distance over pairs; none of fewer than two rows.
std::optional<double> meanSquaredDistance(const Embedding& picture, uint64_t seed, size_t& pairs) {
    const RowDistances distances(picture);
    const auto drawn = scoredPairs(picture.rows(), 1'000'000, seed);
    pairs = drawn.size();
    if (drawn.empty()) return std::nullopt;
    double sum = 0;
    for (const RowPair& pair : drawn) {
        const double distance = distances(pair.first, pair.second);
        sum += distance * distance;
    }
    return sum / static_cast<double>(drawn.size());
}

class ProjectHoroPca final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            const HoroPcaOptions o;
            Declaration d = projectionDeclaration(
                "project.horopca", "HoroPCA",
                "Draws hyperbolic rows in the directions in which they vary most, along horospheres.",
                "Chami et al. 2021");
            d.parameters.push_back(
                advanced(integer("steps", "Steps", o.steps, 1, 1e6, "", "Steps of ascent from each start.")));
            d.parameters.push_back(advanced(integer("starts", "Starts", o.starts, 1, 100, "",
                                                    "From tangent directions, then from random ones.")));
            d.parameters.push_back(
                advanced(integer("sample", "Sample", static_cast<int64_t>(o.sample), 10, 1e5, "rows",
                                 "Rows that directions are learned from, at most.")));
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto source = projectionSource(inputs);
        if (!source) return source.error();
        if (!(*source)->manifold.isHyperbolic())
            return inputError("the rows are not hyperbolic",
                              "use project.pca, or say which manifold and curvature the vectors have");
        const auto dim = static_cast<size_t>(parameters.integer("dim"));
        Report report;
        if ((*source)->rows() == 0) {
            report.addUndefined("variance", "there are no rows", convention);
            return finishProjection(projectionOf(**source, std::vector<double>(), dim, Manifold::poincare()),
                                    **source, std::move(report), false, parameters, context);
        }
        context.progress({0, "finding the mean", {}});
        const auto ball = centredBall(**source, [&] { return context.keepGoing(); });
        if (!ball) return ball.error();
        HoroPcaOptions options;
        options.dim = dim;
        options.steps = static_cast<int>(parameters.integer("steps"));
        options.starts = static_cast<int>(parameters.integer("starts"));
        options.sample = static_cast<size_t>(parameters.integer("sample"));
        options.seed = context.conditions().seed;
        int step = 0;
        options.step = [&](double share, double variance) {
            context.progress({share, "turning directions", {}});
            context.measure("variance", ++step, variance);
            return context.keepGoing();
        };
        bool stopped = false;
        auto picture = drawn(**source, *ball, options, stopped);
        size_t pairs = 0;
        if (const auto variance = meanSquaredDistance(*picture, options.seed, pairs))
            report.add("variance", *variance, convention, "", static_cast<int64_t>(pairs));
        else
            report.addUndefined("variance", "there are fewer than two rows", convention);
        return finishProjection(std::move(picture), **source, std::move(report), stopped, parameters,
                                context);
    }

private:
    /// Rows that have no more dimensions than the picture are only centred.
    static std::shared_ptr<const Embedding> drawn(const Embedding& source, const Vectors& ball,
                                                  const HoroPcaOptions& options, bool& stopped) {
        std::vector<double> points(ball.rows() * options.dim, 0.0);
        Eigen::VectorXd row(static_cast<Eigen::Index>(ball.columns()));
        const bool narrow = ball.columns() <= options.dim;
        HoroPca found;
        if (!narrow) found = horoPca(ball, options);
        stopped = found.stopped;
        const HorosphereProjection projection(found.directions);
        for (size_t i = 0; i < ball.rows(); ++i) {
            ball.copyRow(i, {row.data(), ball.columns()});
            const Eigen::VectorXd point = narrow ? row : projection.project(row);
            std::copy(point.begin(), point.end(),
                      points.begin() + static_cast<std::ptrdiff_t>(i * options.dim));
            poincare::keepInside({points.data() + i * options.dim, options.dim}, -1);
        }
        return projectionOf(source, std::move(points), options.dim, Manifold::poincare());
    }
};

HOROCYCLE_METHOD(ProjectHoroPca);

}  // namespace

}  // namespace horo
