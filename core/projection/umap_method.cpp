// project.umap: UMAP as a method.
#include <fmt/format.h>

#include "core/base/random.h"
#include "core/method/registry.h"
#include "core/projection/layout_stage.h"
#include "core/projection/projection.h"
#include "core/projection/umap_layout.h"

namespace horo {

namespace {

constexpr const char* convention =
    "fuzzy cross-entropy of near weights and similarities, mean over rows; near pairs exactly, others over "
    "drawn pairs; squared distances below .001 count as that";
constexpr size_t sampledPairs = 1'000'000;
constexpr size_t leastRows = 3;

class ProjectUmap final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d = projectionDeclaration("project.umap", "UMAP",
                                                  "Draws near rows near each other and keeps the rest apart.",
                                                  "McInnes et al. 2018");
            addLayoutPorts(d);
            d.deterministic = false;
            d.resumable = true;
            d.parameters.insert(
                d.parameters.begin() + 1,
                {integer("k", "Neighbors", 15, 2, 1000, "", "Rows that each row is held near to."),
                 real("min_dist", "Least distance", 0.1, 0, 10, "", "How close points may be packed.")});
            d.parameters.push_back(advanced(integer("epochs", "Epochs", 0, 0, 1e6, "0 = by size",
                                                    "Passes over the pairs; 0 chooses by size.")));
            d.parameters.push_back(
                advanced(real("spread", "Spread", 1, 0.01, 100, "", "Scale of the picture.")));
            d.parameters.push_back(advanced(integer("negatives", "Negatives", 5, 0, 100, "per pair",
                                                    "Drawn rows that each pair is pushed from.")));
            d.parameters.push_back(
                advanced(real("lr", "Learning rate", 1, 1e-6, 100, "", "First step; it falls to zero.")));
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto source = projectionSource(inputs);
        if (!source) return source.error();
        const auto dim = static_cast<size_t>(parameters.integer("dim"));
        if ((*source)->rows() < leastRows)
            return inputError(fmt::format("{} rows are too few to lay out", (*source)->rows()),
                              fmt::format("give at least {} rows", leastRows));
        auto stage = layoutStage(**source, static_cast<size_t>(parameters.integer("k")), dim, inputs,
                                 parameters, context);
        if (!stage) return stage.error();
        const Conditions& conditions = context.conditions();
        const NearWeights weights = fuzzyWeights(stage->neighbors, conditions.threads);

        UmapOptions options;
        options.dim = dim;
        options.epochs = static_cast<int>(parameters.integer("epochs"));
        if (options.epochs == 0) options.epochs = (*source)->rows() > 10'000 ? 200 : 500;
        options.negatives = static_cast<int>(parameters.integer("negatives"));
        options.rate = parameters.real("lr");
        if (parameters.real("min_dist") > 3 * parameters.real("spread"))
            return usageError("min_dist is more than three times the spread",
                              "lower min_dist or raise the spread");
        options.curve = SimilarityCurve::fitted(parameters.real("min_dist"), parameters.real("spread"));
        options.seed = conditions.seed;
        options.threads = conditions.deterministic ? 1 : conditions.threads;
        options.report = [&](int epoch, const std::vector<float>& points) {
            context.progress({static_cast<double>(epoch) / options.epochs,
                              fmt::format("epoch {} of {}", epoch, options.epochs),
                              {},
                              static_cast<double>(options.epochs)});
            if (context.wantsPicture()) {
                context.measure("effective_loss", epoch, effectiveLoss(weights, options, points, 20'000));
                context.publish(projectionOf(**source, points, dim));
            }
        };
        options.keepGoing = [&] { return context.keepGoing(); };
        std::vector<float> points = startPoints(std::move(stage->start), conditions.seed);
        const int epochs = layOutUmap(weights, options, points);

        Report report;
        report.add("cross_entropy", fuzzyCrossEntropy(weights, options, points, sampledPairs),
                   convention + stage->how, "nats", static_cast<int64_t>((*source)->rows()));
        report.add("epochs", epochs, "passes over the pairs");
        if (options.threads > 1)
            report.warnings.push_back("on several threads the picture differs a little from run to run");
        return finishProjection(projectionOf(**source, std::move(points), dim), **source, std::move(report),
                                epochs < options.epochs, parameters, context);
    }

private:
    /// Ten wide, as umap-learn starts, with a little noise so that equal rows come apart.
    static std::vector<float> startPoints(std::vector<float> start, uint64_t seed) {
        Random random(seed, 2);
        for (float& value : start)
            value = 4 * value + static_cast<float>(1e-3 * random.normal());
        return start;
    }
};

HOROCYCLE_METHOD(ProjectUmap);

}  // namespace

}  // namespace horo
