// project.tsne: t-SNE as a method.
#include <fmt/format.h>

#include <algorithm>

#include "core/base/random.h"
#include "core/method/registry.h"
#include "core/projection/layout_stage.h"
#include "core/projection/projection.h"
#include "core/projection/tsne_layout.h"

namespace horo {

namespace {

constexpr const char* convention =
    "Kullback-Leibler divergence of the picture's similarities from those of the rows, without exaggeration";
constexpr size_t leastRows = 4;
constexpr int stepsBetweenCurvePoints = 25;

class ProjectTsne final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            const TsneOptions o;
            Declaration d = projectionDeclaration(
                "project.tsne", "t-SNE", "Draws each row near those it is likely to choose as its neighbor.",
                "van der Maaten & Hinton 2008; van der Maaten 2014");
            addLayoutPorts(d);
            d.resumable = true;
            d.parameters.insert(d.parameters.begin() + 1,
                                real("perplexity", "Perplexity", 30, 1, 1000, "rows",
                                     "How many neighbors a row has, softly."));
            d.parameters.push_back(
                advanced(integer("steps", "Steps", o.steps, 0, 1e6, "", "Steps after the early ones.")));
            d.parameters.push_back(
                advanced(integer("early", "Early steps", o.early, 0, 1e6, "",
                                 "First steps with exaggerated attraction; none from a start.")));
            d.parameters.push_back(advanced(real("exaggeration", "Exaggeration", o.exaggeration, 1, 1000,
                                                 "times", "Attraction in the early steps.")));
            d.parameters.push_back(advanced(real("lr", "Learning rate", o.rate, 0, 1e7, "0 = by size",
                                                 "0: rows / exaggeration, at least 200.")));
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
        const double wanted = parameters.real("perplexity");
        const double perplexity = std::min(wanted, static_cast<double>(rows - 1) / 3);
        auto stage = layoutStage(**source, std::max<size_t>(2, static_cast<size_t>(3 * perplexity)), dim,
                                 inputs, parameters, context);
        if (!stage) return stage.error();
        const NearWeights weights =
            perplexityWeights(stage->neighbors, perplexity, context.conditions().threads);

        TsneOptions options;
        options.dim = dim;
        options.early = stage->warm ? 0 : static_cast<int>(parameters.integer("early"));
        options.steps = static_cast<int>(parameters.integer("steps"));
        options.exaggeration = parameters.real("exaggeration");
        options.rate = parameters.real("lr");
        options.angle = parameters.real("angle");
        options.threads = context.conditions().threads;
        options.keepGoing = [&] { return context.keepGoing(); };
        const int all = options.early + options.steps;
        options.report = [&](int step, const std::vector<float>& points) {
            context.progress({static_cast<double>(step) / all,
                              fmt::format("step {} of {}", step, all),
                              {},
                              static_cast<double>(all)});
            if (step % stepsBetweenCurvePoints == 0)
                context.measure("kl", step, tsneDivergence(weights, options, points));
            if (context.wantsPicture()) context.publish(projectionOf(**source, points, dim));
        };
        std::vector<float> points = std::move(stage->start);
        Random random(context.conditions().seed, 2);
        // Small, so that rows find their places before they push each other away; a given picture as wide as
        // such pictures become.
        for (float& value : points)
            value = stage->warm ? 20 * value : static_cast<float>(1e-4 * (value + 1e-2 * random.normal()));
        const int steps = layOutTsne(weights, options, points);

        Report report;
        report.add("kl", tsneDivergence(weights, options, points), convention + stage->how, "nats",
                   static_cast<int64_t>(rows));
        report.add("steps", steps, "steps of gradient descent");
        if (perplexity < wanted)
            report.warnings.push_back(
                fmt::format("the perplexity was lowered to {:.1f} for {} rows", perplexity, rows));
        return finishProjection(projectionOf(**source, std::move(points), dim), **source, std::move(report),
                                steps < all, parameters, context);
    }
};

HOROCYCLE_METHOD(ProjectTsne);

}  // namespace

}  // namespace horo
