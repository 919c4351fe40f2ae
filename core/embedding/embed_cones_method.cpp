// embed.cones: entailment cones in the ball as a method.
#include <fmt/format.h>

#include "core/embedding/cone_model.h"
#include "core/embedding/cone_start.h"
#include "core/embedding/entailment_task.h"
#include "core/method/registry.h"

namespace horo {

namespace {

/// The score of the rows that the cones start from.
void addStartScore(const EntailmentTask& task, const ConeStart& start, bool given, Report& report,
                   Context& context) {
    const auto graded = gradedScore(task.pairs, start.rows, start.dim, [&] { return context.keepGoing(); });
    if (!graded) return;
    const ThresholdScore& test = graded->score.test;
    report.add("start_f1", test.f1,
               "F1 of the start: (1 + alpha (|a| - |v|)) d(v, a), Nickel & Kiela 2017; alpha and threshold "
               "chosen on "
               "validation",
               "", static_cast<int64_t>(test.positives + test.negatives));
    report.add("start_alpha", graded->alpha, "of the start's score: one of 0, .1, .3, 1 ... 1000");
    if (given)
        report.warnings.push_back(
            "the start may have been trained on pairs that are held out here: f1 is then better than it "
            "should be");
}

class EmbedCones final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = declare();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& p, Context& context) const override {
        const auto task = EntailmentTask::create(inputs.hierarchy("hierarchy"), p.real("share"), context);
        if (!task) return task.error();
        const EntailmentOptions options = entailmentOptions(p, context.conditions());
        const auto given = inputs.embedding("start");
        const EntailmentStage stage{given ? 0 : static_cast<int>(p.integer("start_epochs")), 0};

        ConeStartOptions startOptions;
        startOptions.dim = static_cast<int>(p.integer("dim"));
        startOptions.epochs = static_cast<int>(p.integer("start_epochs"));
        startOptions.lr = p.real("start_lr");
        startOptions.negatives = options.negatives;
        const int epochs = stage.epochsBefore + options.epochs;
        const auto start =
            given ? givenStart(*given, *task) : trainedStart(*task, startOptions, epochs, context);
        if (!start) return start.error();

        std::vector<double> rows = start->rows;
        for (double& value : rows)
            value *= p.real("shrink");
        ConeModel model(task->hierarchy->size(), start->dim, p.real("aperture"), rows);
        Embedding about;
        about.method = declaration().id;
        about.parameters = p.toJson().dump();
        Outcome outcome = trainAndScore(*task, model, options, about, {stage.epochsBefore, epochs}, context);
        if (outcome.partial) return outcome;
        addStartScore(*task, *start, given != nullptr, outcome.report, context);
        addBaselines(*task, outcome.report, context);
        return outcome;
    }

private:
    static Declaration declare() {
        EntailmentOptions o;
        o.epochs = 300;
        o.lr = 3e-4;
        o.margin = 0.01;
        o.swap =
            Swap::Child;  // what the authors' best run does; on the nouns of WordNet the best of the three
        const ConeStartOptions start;
        Declaration d;
        d.id = "embed.cones";
        d.version = "1";
        d.title = "Entailment cones";
        d.summary = "Learns points of the ball whose cones hold what stands below them.";
        d.citation = "Ganea, Becigneul & Hofmann 2018";
        d.inputs = {{"hierarchy", {Kind::Hierarchy}, "its closure is learned, a tenth of it held out"},
                    {"start",
                     {Kind::Embedding},
                     "hyperbolic rows to start from, by name; dim is then theirs",
                     false}};
        d.outputs = {
            {"embedding", {Kind::Embedding}, "one row a node, in the ball; the single root at its middle"}};
        d.deterministic = false;
        d.parameters = entailmentParameters(o, 5);
        for (auto& parameter : std::vector<Parameter>{
                 real("aperture", "Aperture", 0.1, 1e-3, 10, "K",
                      "How wide cones are: the half angle at x is asin(K (1 - |x|^2) / |x|)."),
                 integer("start_epochs", "Start epochs", start.epochs, 1, 1e6, "",
                         "Passes of the Poincaré training before the cones; not used with a start."),
                 advanced(real("start_lr", "Start rate", start.lr, 1e-9, 1, "per pair",
                               "Rate of a pair in the Poincaré training.")),
                 advanced(real("shrink", "Shrink", 0.7, 0.01, 1, "of norm",
                               "What the norms of the start are multiplied by."))})
            d.parameters.push_back(std::move(parameter));
        return d;
    }
};

HOROCYCLE_METHOD(EmbedCones);

}  // namespace

}  // namespace horo
