// measure.edge-contrast: a measure to start from.
#include "core/base/random.h"
#include "core/method/registry.h"

using namespace horo;

namespace {

class MeasureEdgeContrast final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "measure.edge-contrast";
            d.version = "1";
            d.title = "Edge contrast";
            d.summary = "How much nearer a parent is to its child than one random row is to another.";
            d.citation = "template of a measure";
            d.inputs = {{"embedding", {Kind::Embedding}, "rows are matched to nodes by name"},
                        {"hierarchy", {Kind::Hierarchy}, "gives the edges"}};
            d.parameters = {integer("samples", "Random pairs", 10000, 1, 1e8, "pairs",
                                    "Pairs of rows that the mean distance is taken over.")};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto embedding = inputs.embedding("embedding");
        if (const auto usable = requireUsable(*embedding); !usable) return usable.error();
        const auto rows = static_cast<uint32_t>(embedding->rows());
        if (rows < 2) return inputError("the embedding has fewer than two rows", "give one with more");

        double near = 0, far = 0;
        int64_t edges = 0;
        const auto hierarchy = inputs.hierarchy("hierarchy");
        for (const auto& [parent, child] : hierarchy->edges()) {
            const auto a = embedding->items->rowOf(hierarchy->name(parent));
            const auto b = embedding->items->rowOf(hierarchy->name(child));
            if (!a || !b) continue;
            near += embedding->distance(*a, *b);
            if (++edges % 4096 == 0 && !context.keepGoing()) return cancelledError();
        }
        const int64_t samples = parameters.integer("samples");
        Random random(context.conditions().seed);
        for (int64_t i = 0; i < samples; ++i) {
            if (i % 4096 == 0 && !context.keepGoing()) return cancelledError();
            far += embedding->distance(random.below(rows), random.below(rows));
        }

        Outcome outcome;
        const char* convention = "1 - mean distance of edges / mean distance of random rows; 0 = no contrast";
        if (edges == 0 || far == 0)
            outcome.report.addUndefined("edge_contrast", "no edge has a row at both ends", convention);
        else
            outcome.report.add("edge_contrast",
                               1 - (near / static_cast<double>(edges)) / (far / static_cast<double>(samples)),
                               convention, "", edges);
        return outcome;
    }
};

HOROCYCLE_METHOD(MeasureEdgeContrast);

}  // namespace
