#include "core/classifiers/method_inputs.h"

namespace horo {

namespace {

Error at(Error error, const std::string& port) {
    if (error.place.empty()) error.place = port;
    return error;
}

}  // namespace

Port predictionsPort(std::string name, std::string help, bool required) {
    return {std::move(name), {Kind::Arrays, Kind::Table}, std::move(help), required};
}

Port truthPort() {
    return {"truth", {Kind::Table, Kind::Arrays}, "id and true label of each sample, or an npz with y"};
}

Port classTreePort() {
    return {"hierarchy", {Kind::Hierarchy}, "the tree of the classes, with one root"};
}

Parameter normalizeParameter() {
    return boolean(
        "normalize", "Normalise", false,
        "Divide each row of probabilities by its sum; without it a row that misses 1 is an error.");
}

std::vector<Parameter> scoreParameters() {
    return {boolean("root", "Count the root", false, "Whether sets of ancestors hold the root."),
            choice("average", "Average", {"micro", "sample", "class"},
                   "hp, hr and hf of counts pooled over samples, as mean over samples, or within each true "
                   "class first."),
            real("beta", "Beta", 1, 1e-3, 1e3, "", "Weight of recall against precision in hf."),
            boolean("closure", "Close upwards", true,
                    "Whether sets and level heads get all ancestors of their nodes.")};
}

ScoreOptions scoreOptions(const Parameters& parameters) {
    const std::string& average = parameters.text("average");
    return {parameters.boolean("root"),
            average == "micro"    ? Average::Micro
            : average == "sample" ? Average::Sample
                                  : Average::Class,
            parameters.real("beta"), parameters.boolean("closure")};
}

Result<Classified> classifiedFrom(const Inputs& inputs, const std::string& port, const ClassTree& tree,
                                  bool normalize, const std::vector<std::string>* ids) {
    auto predictions = Predictions::from(inputs.payload(port), normalize);
    if (!predictions) return at(predictions.error(), port);
    if (ids) {
        const auto order = matchedSamples(*ids, predictions->ids);
        if (!order) return at(order.error(), port);
        predictions = predictions->inOrder(*order);
    }
    auto classified = Classified::from(*predictions, tree);
    if (!classified) return at(classified.error(), port);
    return classified;
}

Result<Labels> truthFrom(const Inputs& inputs, const std::vector<std::string>& ids, const ClassTree& tree) {
    const auto truth = Predictions::from(inputs.payload("truth"), true);
    if (!truth) return at(truth.error(), "truth");
    auto labels = labelsFor(ids, *truth, tree);
    if (!labels) return at(labels.error(), "truth");
    return labels;
}

Inputs sampleClassifierInputs(const std::vector<std::string>& classifiers) {
    const std::vector<std::string> ids{"1", "2", "3"}, leaves{"cat", "dog", "robin"};
    Inputs inputs;
    inputs.set("hierarchy",
               *Hierarchy::create(*Items::create({"animal", "mammal", "bird", "cat", "dog", "robin"}),
                                  {{0, 1}, {0, 2}, {1, 3}, {1, 4}, {2, 5}}));
    inputs.set("truth", std::make_shared<const Table>(Table{{{"id", ids}, {"label", leaves}}, true}));
    double sure = .6;
    for (const auto& name : classifiers) {
        const double rest = (1 - sure) / 2;
        const std::vector<double> probs{sure, rest, rest, sure, rest, rest, rest, rest, sure};
        inputs.set(name, std::make_shared<const Arrays>(Arrays{
                             {{"probs", {3, 3}, probs}, {"classes", {3}, leaves}, {"ids", {3}, ids}}}));
        sure += .1;
    }
    return inputs;
}

}  // namespace horo
