// measure.reconstruction: the reference scores as a method.
#include <fmt/format.h>

#include "core/measure/reconstruction.h"
#include "core/method/registry.h"

namespace horo {

namespace {

class MeasureReconstruction final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "measure.reconstruction";
            d.version = "1";
            d.title = "Reconstruction";
            d.summary = "How well distances give back the ancestors of every node: mean rank and MAP.";
            d.citation = "Nickel & Kiela 2017";
            d.inputs = {{"embedding", {Kind::Embedding}, "rows are matched to nodes by name"},
                        {"hierarchy", {Kind::Hierarchy}, "its closure holds the positives"}};
            d.parameters = {boolean("partial", "Allow missing rows", false,
                                    "Leaves nodes without a row out instead of refusing.")};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto hierarchy = inputs.hierarchy("hierarchy");
        const auto closure = Closure::create(*hierarchy);
        if (!closure) return closure.error();
        ReconstructionOptions options;
        options.partial = parameters.boolean("partial");
        options.threads = context.conditions().threads;
        options.progress = [&](double share) {
            context.progress({share, "comparing distances", {}});
            return context.keepGoing();
        };
        const auto scores = reconstruction(*inputs.embedding("embedding"), *hierarchy, *closure, options);
        if (!scores) return scores.error();
        Outcome outcome;
        Report& r = outcome.report;
        const auto pairs = static_cast<int64_t>(scores->pairs);
        const auto nodes = static_cast<int64_t>(scores->nodes);
        r.add("mean_rank", scores->meanRank,
              "over (node, proper ancestor) pairs, root included; other ancestors and the node itself "
              "filtered out; "
              "equal distances count half",
              "", pairs);
        r.add("map", scores->map,
              "mean over nodes with an ancestor of average precision; equal distances enter together; the "
              "node itself last",
              "", nodes);
        r.add("nodes", static_cast<double>(scores->nodes), "nodes with at least one ancestor");
        r.add("pairs", static_cast<double>(scores->pairs), "(node, proper ancestor) pairs of the closure");
        r.add("ties", static_cast<double>(scores->ties),
              "positives exactly as near as a node that is no positive");
        if (scores->strangers > 0)
            r.warnings.push_back(
                fmt::format("{} rows are no node of the hierarchy and were left out", scores->strangers));
        if (scores->missing > 0)
            r.warnings.push_back(fmt::format("{} nodes have no row and were left out", scores->missing));
        return outcome;
    }
};

HOROCYCLE_METHOD(MeasureReconstruction);

}  // namespace

}  // namespace horo
