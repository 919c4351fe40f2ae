// measure.depth-norm: depth against distance to the origin as a method.
#include "core/measure/depth_norm.h"
#include "core/method/registry.h"

namespace horo {

namespace {

void add(Report& report, const char* key, std::optional<double> value, const char* convention, size_t nodes) {
    if (value)
        report.add(key, *value, convention, "", static_cast<int64_t>(nodes));
    else
        report.addUndefined(key, "one of the two numbers is the same for all nodes", convention);
}

class MeasureDepthNorm final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "measure.depth-norm";
            d.version = "1";
            d.title = "Depth and norm";
            d.summary = "Whether the distance of a row to the origin tells how deep its node lies.";
            d.citation = "Nickel & Kiela 2018, section 5";
            d.inputs = {{"embedding", {Kind::Embedding}, "rows are matched to nodes by name"},
                        {"hierarchy", {Kind::Hierarchy}, "gives the depths"}};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters&, Context&) const override {
        const auto scores = depthNorm(*inputs.embedding("embedding"), *inputs.hierarchy("hierarchy"));
        if (!scores) return scores.error();
        Outcome outcome;
        add(outcome.report, "spearman_rank", scores->spearmanRank,
            "Spearman of the distance to the origin and sp / (sp + lp): shortest way to a root, longest way "
            "down",
            scores->nodes);
        add(outcome.report, "spearman_depth", scores->spearmanDepth,
            "Spearman of the distance to the origin and the shortest way to a root", scores->nodes);
        add(outcome.report, "pearson_depth", scores->pearsonDepth,
            "Pearson of the distance to the origin and the shortest way to a root", scores->nodes);
        return outcome;
    }
};

HOROCYCLE_METHOD(MeasureDepthNorm);

}  // namespace

}  // namespace horo
