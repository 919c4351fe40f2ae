// chunk.hnet: the router of H-Net on any rows.
#include <fmt/format.h>

#include <cmath>
#include <numeric>

#include "core/chunking/chunk_outcome.h"
#include "core/chunking/row_sequence.h"
#include "core/method/registry.h"

namespace horo {

namespace {

Result<std::vector<double>> matrixOf(const Arrays& router, const char* name, size_t columns) {
    const Array* array = router.find(name);
    if (!array || array->shape != std::vector<size_t>{columns, columns} || !array->fits())
        return inputError(fmt::format("the router has no {} of {} x {}", name, columns, columns),
                          "give an npz with wq and wk, each columns x columns of the rows");
    auto numbers = numbersOf(*array);
    if (!numbers) return numbers.error();
    for (const double x : *numbers)
        if (!std::isfinite(x))
            return inputError(fmt::format("{} has a number that is not finite", name), "give finite numbers");
    return numbers;
}

Result<Router> routerOf(const Inputs& inputs, size_t columns) {
    Router router;
    const auto arrays = inputs.arrays("router");
    if (!arrays) return router;
    auto query = matrixOf(*arrays, "wq", columns);
    if (!query) return query.error();
    auto key = matrixOf(*arrays, "wk", columns);
    if (!key) return key.error();
    return Router{std::move(*query), std::move(*key)};
}

/// What the stages found, from the rows upwards.
struct Stages {
    std::vector<Segmentation::Level> levels;  ///< chunks of each stage, ends in rows
    std::vector<double> probabilities;        ///< of the first stage, at each row
    size_t scoredRows = 0;                    ///< rows that enter the last stage
    double meanProbability = 0;               ///< over these
    Rows smoothed;                            ///< of the last stage, one a chunk
};

class ChunkRouter final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "chunk.hnet";
            d.version = "1";
            d.title = "H-Net's router";
            d.summary = "Cuts rows where a row is unlike the one before, as H-Net's router does.";
            d.citation = "Hwang, Wang & Gu 2025";
            d.inputs = rowPorts();
            d.inputs.push_back({"router", {Kind::Arrays}, "wq and wk (d x d); none = the identity", false});
            d.outputs = {
                segmentationPort(),
                {"states",
                 {Kind::Arrays},
                 "probability: at each row, of the first stage; smoothed: at each row, of the last"}};
            d.parameters = {
                real("threshold", "Threshold", .5, 0, 1, "",
                     "A chunk starts where the probability is strictly above it."),
                integer("stages", "Stages", 1, 1, 16, "",
                        "How often the rows that start a chunk are cut again by the same router."),
                real("target", "Target", 6, 1.000001, 1e6, "rows",
                     "Rows a chunk that the ratio loss aims at."),
                layerParameter()};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto sequence = rowSequence(inputs, parameters);
        if (!sequence) return sequence.error();
        const auto router = routerOf(inputs, sequence->rows.columns);
        if (!router) return router.error();
        auto stages = staged(sequence->rows, *router, parameters, context);
        if (!stages) return cancelledError();
        const size_t top = stages->levels.size() - 1;
        const Segmentation::Level last = stages->levels[top];
        auto outcome = chunkOutcome(sequence->tokens, std::move(stages->levels), top, context);
        if (!outcome) return outcome;
        const double share = static_cast<double>(last.size()) / static_cast<double>(stages->scoredRows);
        const auto n = static_cast<int64_t>(stages->scoredRows);
        Report& r = outcome->report;
        r.add("boundary_share", share, "share of the last stage's rows that start a chunk", "", n);
        r.add("mean_probability", stages->meanProbability, "mean over the last stage's rows", "", n);
        r.add("ratio_loss", ratioLoss(share, stages->meanProbability, parameters.real("target")),
              "N / (N - 1) ((N - 1) F G + (1 - F) (1 - G)), F = boundary_share, G = mean_probability, N = "
              "target",
              "", n);
        outcome->others["states"] = statesOf(*stages, last, sequence->rows.columns);
        return outcome;
    }

private:
    /// None: stopped.
    static std::optional<Stages> staged(const Rows& rows, const Router& router, const Parameters& parameters,
                                        Context& context) {
        Stages stages;
        Rows states = rows;
        std::vector<size_t> origin(rows.count);  // where in the sequence each row of this stage starts
        std::iota(origin.begin(), origin.end(), size_t{0});
        for (int64_t stage = 0; stage < parameters.integer("stages"); ++stage) {
            auto probabilities = boundaryProbabilities(states, router, [&] { return context.keepGoing(); });
            if (!probabilities) return std::nullopt;
            const auto starts = chunkStarts(*probabilities, parameters.real("threshold"));
            stages.scoredRows = states.count;
            stages.meanProbability = std::accumulate(probabilities->begin(), probabilities->end(), 0.) /
                                     static_cast<double>(states.count);
            Rows kept{starts.size(), states.columns, {}};
            std::vector<double> at;
            std::vector<size_t> keptOrigin;
            for (const size_t start : starts) {
                const auto row = states.row(start);
                kept.values.insert(kept.values.end(), row.begin(), row.end());
                at.push_back((*probabilities)[start]);
                keptOrigin.push_back(origin[start]);
            }
            auto& level = stages.levels.emplace_back();
            level.ends.assign(keptOrigin.begin() + 1, keptOrigin.end());
            level.ends.push_back(rows.count);
            stages.smoothed = smoothed(kept, at);
            if (stage == 0) stages.probabilities = std::move(*probabilities);
            states = std::move(kept);
            origin = std::move(keptOrigin);
        }
        return stages;
    }

    /// Each row gets the smoothed state of the chunk that it lies in.
    static std::shared_ptr<const Arrays> statesOf(const Stages& stages, const Segmentation::Level& last,
                                                  size_t columns) {
        std::vector<double> values;
        for (size_t k = 0; k < last.size(); ++k)
            for (uint64_t t = last.start(k); t < last.ends[k]; ++t) {
                const auto row = stages.smoothed.row(k);
                values.insert(values.end(), row.begin(), row.end());
            }
        const size_t rows = stages.probabilities.size();
        return std::make_shared<const Arrays>(Arrays{{{"probability", {rows}, stages.probabilities},
                                                      {"smoothed", {rows, columns}, std::move(values)}}});
    }
};

HOROCYCLE_METHOD(ChunkRouter);

}  // namespace

}  // namespace horo
