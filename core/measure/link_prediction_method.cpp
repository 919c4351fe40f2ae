// measure.link-prediction: ranks of held-out ancestors as a method.
#include "core/measure/link_prediction.h"

#include <fmt/format.h>

#include "core/hierarchy/closure.h"
#include "core/method/registry.h"

namespace horo {

namespace {

/// The pairs of the table; a first line child, ancestor is a header. Error: a name that is no node (line
/// named).
Result<std::vector<HeldOutPair>> pairsOf(const Table& table, const Hierarchy& hierarchy) {
    std::vector<HeldOutPair> pairs;
    if (table.rows() > 0 && table.columns.size() < 2)
        return inputError("the held-out pairs have one column", "write a child and an ancestor a line");
    for (size_t i = 0; i < table.rows(); ++i) {
        Node nodes[2];
        const auto* children = std::get_if<std::vector<std::string>>(&table.columns[0].values);
        const auto* ancestors = std::get_if<std::vector<std::string>>(&table.columns[1].values);
        if (!children || !ancestors)
            return inputError("the held-out pairs are no names", "write a child and an ancestor a line");
        if (i == 0 && (*children)[0] == "child" && (*ancestors)[0] == "ancestor") continue;
        for (const size_t side : {0u, 1u}) {
            const std::string& name = (side == 0 ? *children : *ancestors)[i];
            const auto row = hierarchy.items()->rowOf(std::string_view(name));
            if (!row)
                return inputError(
                    fmt::format("line {} of the held-out pairs names '{}', which is no node", i + 1, name),
                    "use names of the training hierarchy");
            nodes[side] = static_cast<Node>(*row);
        }
        pairs.push_back({nodes[0], nodes[1]});
    }
    return pairs;
}

class MeasureLinkPrediction final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "measure.link-prediction";
            d.version = "1";
            d.title = "Link prediction";
            d.summary =
                "How well distances find ancestors that were held out of training: mean rank and MAP.";
            d.citation = "Nickel & Kiela 2017, section 4";
            d.inputs = {
                {"embedding", {Kind::Embedding}, "rows are matched to nodes by name"},
                {"hierarchy", {Kind::Hierarchy}, "what was trained on"},
                {"heldout", {Kind::Table}, "a child and an ancestor of it a line; nothing is inferred"}};
            d.parameters = {boolean("partial", "Allow missing rows", false,
                                    "Leaves nodes without a row out instead of refusing.")};
            return d;
        }();
        return d;
    }

    /// The generic pairs of names are not all held out.
    Inputs sampleInputs() const override {
        Inputs inputs;
        Table table;
        table.columns = {{"child", std::vector<std::string>{"dog", "eagle"}},
                         {"ancestor", std::vector<std::string>{"bird", "mammal"}}};
        inputs.set("heldout", std::make_shared<const Table>(std::move(table)));
        return inputs;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto hierarchy = inputs.hierarchy("hierarchy");
        const auto heldOut = pairsOf(*inputs.table("heldout"), *hierarchy);
        if (!heldOut) return heldOut.error();
        const auto closure = Closure::create(*hierarchy);
        if (!closure) return closure.error();
        ReconstructionOptions options;
        options.partial = parameters.boolean("partial");
        options.threads = context.conditions().threads;
        options.progress = [&](double share) {
            context.progress({share, "comparing distances", {}});
            return context.keepGoing();
        };
        const auto scores =
            linkPrediction(*inputs.embedding("embedding"), *hierarchy, *closure, *heldOut, options);
        if (!scores) return scores.error();
        Outcome outcome;
        Report& r = outcome.report;
        r.add("mean_rank", scores->meanRank,
              "over held-out (node, ancestor) pairs; training ancestors, other held-out ones and the node "
              "itself "
              "filtered out; equal distances count half",
              "", static_cast<int64_t>(scores->pairs));
        r.add("map", scores->map,
              "mean over nodes with a held-out ancestor of average precision; equal distances enter together",
              "", static_cast<int64_t>(scores->nodes));
        r.add("pairs", static_cast<double>(scores->pairs), "different held-out pairs");
        if (scores->strangers > 0)
            r.warnings.push_back(
                fmt::format("{} rows are no node of the hierarchy and were left out", scores->strangers));
        if (scores->missing > 0)
            r.warnings.push_back(fmt::format("{} nodes have no row and were left out", scores->missing));
        return outcome;
    }
};

HOROCYCLE_METHOD(MeasureLinkPrediction);

}  // namespace

}  // namespace horo
