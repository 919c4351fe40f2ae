// project.hyperbolic-tsne: t-SNE in the Poincare ball as a method.
#include <fmt/format.h>

#include <algorithm>

#include "core/base/random.h"
#include "core/method/registry.h"
#include "core/projection/hyperbolic_tsne_layout.h"
#include "core/projection/layout_stage.h"
#include "core/projection/projection.h"

namespace horo {

namespace {

constexpr const char* convention =
    "Kullback-Leibler divergence of the picture's similarities 1 / (1 + d^2), d hyperbolic, from those of "
    "the "
    "rows, without exaggeration";
constexpr size_t leastRows = 4;

class ProjectHyperbolicTsne final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            const HyperbolicTsneOptions o;
            Declaration d = projectionDeclaration(
                "project.hyperbolic-tsne", "Hyperbolic t-SNE",
                "Draws each row near its neighbors in the hyperbolic plane.", "Skrodzki et al. 2024");
            addLayoutPorts(d);
            d.inputs.pop_back();  // it always starts from principal components
            d.resumable = true;
            d.parameters.insert(d.parameters.begin() + 1,
                                real("perplexity", "Perplexity", 30, 1, 1000, "rows",
                                     "How many neighbors a row has, softly."));
            d.parameters.push_back(
                advanced(integer("steps", "Steps", o.steps, 0, 1e6, "", "Steps after the early ones.")));
            d.parameters.push_back(advanced(integer("early", "Early steps", o.early, 0, 1e6, "",
                                                    "First steps with exaggerated attraction.")));
            d.parameters.push_back(advanced(real("exaggeration", "Exaggeration", o.exaggeration, 1, 1000,
                                                 "times", "Attraction in the early steps.")));
            d.parameters.push_back(advanced(real("lr", "Learning rate", o.rate, 0, 1e7, "0 = by size",
                                                 "0: rows / (1000 exaggeration).")));
            d.parameters.push_back(advanced(real("angle", "Angle", o.angle, 0, 1, "",
                                                 "Cells that look smaller act as one point; 0 is exact.")));
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto source = projectionSource(inputs);
        if (!source) return source.error();
        const size_t rows = (*source)->rows();
        if (rows < leastRows)
            return inputError(fmt::format("{} rows are too few to lay out", rows),
                              fmt::format("give at least {} rows", leastRows));
        const auto dim = static_cast<size_t>(parameters.integer("dim"));
        const double perplexity = std::min(parameters.real("perplexity"), static_cast<double>(rows - 1) / 3);
        const auto stage = layoutStage(**source, std::max<size_t>(2, static_cast<size_t>(3 * perplexity)),
                                       dim, inputs, parameters, context);
        if (!stage) return stage.error();
        const NearWeights weights =
            perplexityWeights(stage->neighbors, perplexity, context.conditions().threads);

        HyperbolicTsneOptions options;
        options.dim = dim;
        options.early = static_cast<int>(parameters.integer("early"));
        options.steps = static_cast<int>(parameters.integer("steps"));
        options.exaggeration = parameters.real("exaggeration");
        options.rate = parameters.real("lr");
        options.angle = parameters.real("angle");
        options.threads = context.conditions().threads;
        options.keepGoing = [&] { return context.keepGoing(); };
        const int all = options.early + options.steps;
        options.report = [&](int step, const std::vector<double>& points) {
            context.progress({static_cast<double>(step) / all,
                              fmt::format("step {} of {}", step, all),
                              {},
                              static_cast<double>(all)});
            if (step % 25 == 0)
                context.measure("kl", step, hyperbolicDivergence(weights, options, points, 1, nullptr));
            if (context.wantsPicture())
                context.publish(projectionOf(**source, points, dim, Manifold::poincare()));
        };
        std::vector<double> points;
        Random random(context.conditions().seed, 2);
        for (const float value : stage->start)
            points.push_back(1e-4 *
                             (std::clamp(static_cast<double>(value), -3.0, 3.0) + 1e-2 * random.normal()));
        const int steps = layOutHyperbolicTsne(weights, options, points);
        options.keepGoing = [] { return true; };  // the divergence of what there is, also after a stop

        Report report;
        report.add("kl", hyperbolicDivergence(weights, options, points, 1, nullptr), convention + stage->how,
                   "nats", static_cast<int64_t>(rows));
        report.add("steps", steps, "steps of gradient descent");
        if (perplexity < parameters.real("perplexity"))
            report.warnings.push_back(
                fmt::format("the perplexity was lowered to {:.1f} for {} rows", perplexity, rows));
        return finishProjection(projectionOf(**source, std::move(points), dim, Manifold::poincare()),
                                **source, std::move(report), steps < all, parameters, context);
    }
};

HOROCYCLE_METHOD(ProjectHyperbolicTsne);

}  // namespace

}  // namespace horo
