// score.classifier: how good the labels or predictions of one classifier are, at the leaf and above.
#include "core/classifiers/method_inputs.h"
#include "core/method/registry.h"

namespace horo {

namespace {

class ScoreClassifier final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "score.classifier";
            d.version = "1";
            d.title = "Scores of a classifier";
            d.summary =
                "How often, how far and how surely a classifier is right, by the tree of its classes.";
            d.citation = "Kiritchenko et al. 2006; Silla & Freitas 2011; Bertinetto et al. 2020";
            d.inputs = {predictionsPort("labels", "id and label of each sample", false),
                        predictionsPort("predictions", "scores of the classes of each sample", false),
                        truthPort(), classTreePort()};
            std::swap(d.inputs[0].kinds[0], d.inputs[0].kinds[1]);  // labels are tables first
            d.parameters = scoreParameters();
            d.parameters.push_back(normalizeParameter());
            return d;
        }();
        return d;
    }

    Inputs sampleInputs() const override { return sampleClassifierInputs({"predictions"}); }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        if (inputs.has("labels") == inputs.has("predictions"))
            return usageError("score.classifier takes either labels or predictions",
                              "add one of --in labels=SOURCE and --in predictions=SOURCE");
        const auto tree = ClassTree::create(inputs.hierarchy("hierarchy"));
        if (!tree) return tree.error();
        const auto classified = classifiedFrom(inputs, inputs.has("labels") ? "labels" : "predictions", *tree,
                                               parameters.boolean("normalize"));
        if (!classified) return classified.error();
        const auto truth = truthFrom(inputs, classified->ids, *tree);
        if (!truth) return truth.error();
        if (!context.keepGoing()) return cancelledError();
        Outcome outcome;
        Report& r = outcome.report;
        const auto n = static_cast<int64_t>(classified->ids.size());
        for (const auto& column : classifierScores(*classified, *truth, *tree, scoreOptions(parameters))) {
            const auto value = column.value();
            if (value)
                r.add(column.key, *value, column.convention, column.unit, n);
            else
                r.addUndefined(column.key,
                               column.undefined.empty() ? "there is nothing to divide by" : column.undefined,
                               column.convention, column.unit);
        }
        for (const auto& warnings : {tree->warnings(), classified->warnings})
            r.warnings.insert(r.warnings.end(), warnings.begin(), warnings.end());
        return outcome;
    }
};

HOROCYCLE_METHOD(ScoreClassifier);

}  // namespace

}  // namespace horo
