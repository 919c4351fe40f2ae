// score.operating-curve: what a classifier gains by answering with inner nodes where it is unsure.
#include "core/classifiers/method_inputs.h"
#include "core/classifiers/operating_curve.h"
#include "core/method/registry.h"

namespace horo {

namespace {

class ScoreOperatingCurve final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "score.operating-curve";
            d.version = "1";
            d.title = "Operating curve";
            d.summary = "How right answers are against how specific, over all thresholds of confidence.";
            d.citation = "Valmadre 2022";
            d.inputs = {predictionsPort("predictions", "scores of the classes of each sample"), truthPort(),
                        classTreePort()};
            d.outputs = {{"curve", {Kind::Table}, "one row a threshold, falling"}};
            d.parameters = {normalizeParameter()};
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
        if (!classified->probabilities)
            return inputError("there are no probabilities", "give probs or logits", "predictions");
        const auto truth = truthFrom(inputs, classified->ids, *tree);
        if (!truth) return truth.error();
        if (truth->areSets)
            return inputError("there are sets of labels", "give each sample one true label", "truth");
        const auto curve =
            operatingCurve(*classified->probabilities, *truth, *tree, [&] { return context.keepGoing(); });
        if (curve.empty()) return cancelledError();
        Outcome outcome;
        Report& r = outcome.report;
        using Point = OperatingPoint;
        const auto add = [&](const char* key, const char* convention, double Point::*y, double Point::*x) {
            r.add(key, areaUnder(curve, y, x), convention, "", static_cast<int64_t>(truth->nodes.size()));
        };
        add("ac_depth", "area under correct against depth recall", &Point::correct, &Point::depthRecall);
        add("ac_info", "area under correct against information recall", &Point::correct,
            &Point::informationRecall);
        add("ac_exact", "area under correct against exact", &Point::correct, &Point::exact);
        add("ap_depth", "area under depth precision against depth recall", &Point::depthPrecision,
            &Point::depthRecall);
        add("ap_info", "area under information precision against information recall",
            &Point::informationPrecision, &Point::informationRecall);
        for (const auto& warnings : {tree->warnings(), classified->warnings})
            r.warnings.insert(r.warnings.end(), warnings.begin(), warnings.end());
        outcome.output = std::make_shared<const Table>(tableOf(curve));
        return outcome;
    }

private:
    static Table tableOf(const std::vector<OperatingPoint>& curve) {
        using Point = OperatingPoint;
        Table table;
        for (const auto& [name, member] : std::vector<std::pair<const char*, double Point::*>>{
                 {"threshold", &Point::threshold},
                 {"correct", &Point::correct},
                 {"exact", &Point::exact},
                 {"depth_recall", &Point::depthRecall},
                 {"info_recall", &Point::informationRecall},
                 {"depth_precision", &Point::depthPrecision},
                 {"info_precision", &Point::informationPrecision}}) {
            std::vector<double> values;
            for (const auto& point : curve)
                values.push_back(point.*member);
            table.columns.push_back({name, std::move(values)});
        }
        return table;
    }
};

HOROCYCLE_METHOD(ScoreOperatingCurve);

}  // namespace

}  // namespace horo
