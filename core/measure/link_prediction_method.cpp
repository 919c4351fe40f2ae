// measure.link-prediction: the ranks of held-out ancestors as a method.
#include <fmt/format.h>

#include <algorithm>

#include "core/measure/link_prediction.h"
#include "core/method/registry.h"

namespace horo {

namespace {

struct NamedPairs {
    std::vector<HeldOutPair> pairs;
    size_t unknown = 0;  ///< lines with a name that is no node, left out
};

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

/// First column the child, second the ancestor; nothing is inferred.
Result<NamedPairs> pairsOf(const Table& table, const Hierarchy& hierarchy, bool partial) {
    NamedPairs named;
    if (table.rows() == 0) return named;
    if (table.columns.size() < 2)
        return inputError("the held-out pairs have one column",
                          "write a child and an ancestor a line, parted by a tab");
    const auto* children = std::get_if<std::vector<std::string>>(&table.columns[0].values);
    const auto* ancestors = std::get_if<std::vector<std::string>>(&table.columns[1].values);
    if (!children || !ancestors)
        return inputError("the held-out pairs are numbers, not names", "write the names of two nodes a line");
    for (size_t i = 0; i < children->size(); ++i) {
        if (i == 0 && lower((*children)[0]) == "child" && lower((*ancestors)[0]) == "ancestor") continue;
        const auto child = hierarchy.items()->rowOf(std::string_view((*children)[i]));
        const auto ancestor = hierarchy.items()->rowOf(std::string_view((*ancestors)[i]));
        if (child && ancestor) {
            named.pairs.push_back({static_cast<Node>(*child), static_cast<Node>(*ancestor)});
        } else if (partial) {
            ++named.unknown;
        } else {
            return inputError(fmt::format("held-out pair {} names '{}', which is no node of the hierarchy",
                                          i + 1, child ? (*ancestors)[i] : (*children)[i]),
                              "use the names of the hierarchy, or leave such pairs out with partial=true");
        }
    }
    return named;
}

class MeasureLinkPrediction final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "measure.link-prediction";
            d.version = "1";
            d.title = "Link prediction";
            d.summary = "How well distances predict ancestors that were held out of training.";
            d.citation = "Nickel & Kiela 2017";
            d.inputs = {{"embedding", {Kind::Embedding}, "rows are matched to nodes by name"},
                        {"hierarchy", {Kind::Hierarchy}, "what it was trained on"},
                        {"heldout", {Kind::Table}, "a child and an ancestor a line"}};
            d.parameters = {boolean("partial", "Allow missing rows", false,
                                    "Leaves pairs without both rows out instead of refusing.")};
            return d;
        }();
        return d;
    }

    Inputs sampleInputs() const override {
        Table table;
        table.columns = {{"child", std::vector<std::string>{"poodle", "robin", "dog"}},
                         {"ancestor", std::vector<std::string>{"animal", "animal", "bird"}}};
        Inputs inputs;
        inputs.set("heldout", std::make_shared<const Table>(std::move(table)));
        return inputs;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto hierarchy = inputs.hierarchy("hierarchy");
        ReconstructionOptions options;
        options.partial = parameters.boolean("partial");
        options.threads = context.conditions().threads;
        options.progress = [&](double share) {
            context.progress({share, "comparing distances", {}});
            return context.keepGoing();
        };
        const auto named = pairsOf(*inputs.table("heldout"), *hierarchy, options.partial);
        if (!named) return named.error();
        const auto closure = Closure::create(*hierarchy);
        if (!closure) return closure.error();
        const auto scores =
            linkPrediction(*inputs.embedding("embedding"), *hierarchy, *closure, named->pairs, options);
        if (!scores) return scores.error();
        Outcome outcome;
        describe(*scores, named->unknown, outcome.report);
        return outcome;
    }

private:
    static void describe(const LinkPrediction& scores, size_t unknown, Report& r) {
        const auto pairs = static_cast<int64_t>(scores.pairs);
        const auto nodes = static_cast<int64_t>(scores.nodes);
        r.add("mean_rank", scores.meanRank,
              "over held-out (node, ancestor) pairs; all other ancestors, of training or held out, and the "
              "node itself filtered out; equal distances count half",
              "", pairs);
        r.add(
            "map", scores.map,
            "mean over nodes with a held-out ancestor of average precision; equal distances enter together; "
            "training ancestors left out; the node itself last",
            "", nodes);
        r.add("pairs", static_cast<double>(scores.pairs), "held-out pairs that were scored");
        r.add("nodes", static_cast<double>(scores.nodes), "nodes with a held-out ancestor");
        r.add("ties", static_cast<double>(scores.ties),
              "held-out ancestors exactly as near as a node that is no ancestor");
        r.add("implied", static_cast<double>(scores.implied),
              "held-out pairs that follow from training edges by transitivity");
        if (scores.implied > 0)
            r.warnings.push_back(fmt::format(
                "{} held-out pairs follow from the training hierarchy by transitivity: an embedding "
                "trained on its closure has seen them",
                scores.implied));
        if (scores.unplaced + unknown > 0)
            r.warnings.push_back(fmt::format("{} held-out pairs lack a row or a node and were left out",
                                             scores.unplaced + unknown));
        if (scores.strangers > 0)
            r.warnings.push_back(
                fmt::format("{} rows are no node of the hierarchy and were no candidates", scores.strangers));
    }
};

HOROCYCLE_METHOD(MeasureLinkPrediction);

}  // namespace

}  // namespace horo
