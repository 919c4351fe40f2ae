// decode.labels: from the scores of a classifier to the labels that a rule decides on.
#include <fmt/format.h>

#include <algorithm>

#include "core/base/parallel.h"
#include "core/classifiers/decoder.h"
#include "core/classifiers/method_inputs.h"
#include "core/method/registry.h"

namespace horo {

namespace {

const std::vector<std::string> rules{"as-given", "argmax-leaf",          "top-down", "threshold", "plurality",
                                     "majority", "expected-information", "hie",      "crm",       "optimal"};
const std::vector<std::string> metrics{"tree-distance", "wu-palmer", "lin", "hf"};

DecodingOptions optionsFrom(const Parameters& parameters) {
    const auto place = [](const std::vector<std::string>& names, const std::string& name) {
        return std::ranges::find(names, name) - names.begin();
    };
    return {static_cast<DecodingRule>(place(rules, parameters.text("rule"))),
            static_cast<DecodingMetric>(place(metrics, parameters.text("metric"))), parameters.real("beta"),
            parameters.boolean("root"), parameters.real("threshold")};
}

class DecodeLabels final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "decode.labels";
            d.version = "1";
            d.title = "Labels from scores";
            d.summary = "Decides for a class, an inner node or a set of nodes for each sample, by a rule.";
            d.citation = "Deng et al. 2012; Karthik et al. 2021; Valmadre 2022; Plaud et al. 2025";
            d.inputs = {predictionsPort("predictions", "scores of the classes of each sample"),
                        classTreePort()};
            d.outputs = {{"labels", {Kind::Table}, "id and label of each sample, sets joined by ;"}};
            d.parameters = {
                choice("rule", "Rule", rules,
                       "as-given: what the file says, the likeliest leaf of probabilities; optimal: the best "
                       "expected metric of all nodes, for hf of all sets of nodes."),
                choice("metric", "Metric", metrics, "What `optimal` aims at and `expected` tells."),
                real("beta", "Beta", 1, 1e-3, 1e3, "", "Weight of recall against precision in hf."),
                boolean("root", "Count the root", false, "Whether sets of hf hold the root."),
                real("threshold", "Threshold", .5, 0, 1, "",
                     "Probability that a node must reach in the rule threshold."),
                normalizeParameter()};
            return d;
        }();
        return d;
    }

    Inputs sampleInputs() const override { return sampleClassifierInputs({"predictions"}); }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto tree = ClassTree::create(inputs.hierarchy("hierarchy"));
        if (!tree) return tree.error();
        const auto classified = classifiedFrom(inputs, "predictions", *tree, parameters.boolean("normalize"));
        if (!classified) return classified.error();
        const DecodingOptions options = optionsFrom(parameters);
        const bool asGiven = options.rule == DecodingRule::AsGiven;
        if (!classified->probabilities && !asGiven)
            return inputError("there are no probabilities to decode",
                              "give probs or logits, or set rule=as-given", "predictions");
        std::vector<std::vector<Node>> decided = classified->labels.nodes;
        std::optional<double> sum;
        if (const auto& scores = classified->probabilities) {
            if (!asGiven && std::ranges::none_of(scores->classes, [&](Node v) { return tree->isLeaf(v); }))
                return inputError("no class is a leaf of the hierarchy", "give scores of its leaves",
                                  "predictions");
            std::vector<std::optional<double>> expected(decided.size());
            const auto decode = [&](size_t begin, size_t end) {
                Decoder decoder(*tree, scores->classes, options);
                for (size_t i = begin; i < end; ++i) {
                    if (!asGiven) decided[i] = decoder.decide(scores->row(i));
                    expected[i] = decoder.expected(scores->row(i), decided[i]);
                }
            };
            if (!parallelWhile([&] { return context.keepGoing(); }, decided.size(), 32,
                               context.conditions().threads, decode))
                return cancelledError();
            sum = 0;
            for (const auto& one : expected)
                sum = sum && one ? std::optional(*sum + *one) : std::nullopt;
        }
        return outcomeOf(*classified, decided, sum, *tree, parameters);
    }

private:
    static Result<Outcome> outcomeOf(const Classified& classified,
                                     const std::vector<std::vector<Node>>& decided, std::optional<double> sum,
                                     const ClassTree& tree, const Parameters& parameters) {
        Outcome outcome;
        Report& r = outcome.report;
        const auto n = static_cast<int64_t>(decided.size());
        const std::string& metric = parameters.text("metric");
        std::string convention = fmt::format("mean over samples of the expected {} of the labels", metric);
        if (metric == "hf")
            convention += fmt::format(", beta = {}, root {}counted", parameters.real("beta"),
                                      parameters.boolean("root") ? "" : "not ");
        const std::string unit = metric == "tree-distance" ? "edges" : "";
        if (sum)
            r.add("expected", *sum / static_cast<double>(n), convention, unit, n);
        else
            r.addUndefined("expected", "it takes probabilities, and hf for sets", convention, unit);
        for (const auto& warnings : {tree.warnings(), classified.warnings})
            r.warnings.insert(r.warnings.end(), warnings.begin(), warnings.end());
        std::vector<std::string> labels;
        for (const auto& nodes : decided) {
            std::string label;
            for (const Node v : nodes) {
                if (nodes.size() > 1 && tree.name(v).find(';') != std::string::npos)
                    return inputError(
                        fmt::format("the class '{}' has a ; in its name and stands in a set", tree.name(v)),
                        "rename it, or choose a rule that gives one node", "hierarchy");
                label += (label.empty() ? "" : ";") + tree.name(v);
            }
            labels.push_back(std::move(label));
        }
        outcome.output = std::make_shared<const Table>(
            Table{{{"id", classified.ids}, {"label", std::move(labels)}}, true});
        return outcome;
    }
};

HOROCYCLE_METHOD(DecodeLabels);

}  // namespace

}  // namespace horo
