#include "core/embedding/entailment_task.h"

#include <fmt/format.h>

#include <chrono>

namespace horo {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

PairEnergy energyOf(const EntailmentModel& model) {
    return [&model, ancestor = std::vector<double>(model.rows().dim()),
            node = std::vector<double>(model.rows().dim())](const TrainingPair& pair) mutable {
        model.rows().load(pair.ancestor, ancestor.data());
        model.rows().load(pair.node, node.data());
        return model.energy(ancestor, node);
    };
}

/// Shows a training to whoever watches; scoring costs less than a tenth of it.
class Watch {
public:
    Watch(const EntailmentTask& task, const EntailmentModel& model, const Embedding& about,
          EntailmentStage stage, Context& context)
        : task_(task), model_(model), about_(about), stage_(stage), context_(context) {}

    bool operator()(const EntailmentProgress& at) {
        const int epoch = stage_.epochsBefore + at.epoch;
        const double done = stage_.epochsBefore + at.share * (stage_.epochs - stage_.epochsBefore);
        std::optional<double> left;
        if (at.share > 0) left = secondsSince(begin_) / at.share * (1 - at.share);
        context_.progress({done / stage_.epochs, fmt::format("epoch {} of {}", epoch, stage_.epochs), left,
                           static_cast<double>(stage_.epochs)});
        if (epoch > lastEpoch_) {
            lastEpoch_ = epoch;
            context_.measure("loss", epoch, at.loss);
            if (secondsSince(scoredAt_) > 10 * scoringCost_) score(epoch);
        }
        if (context_.wantsPicture())
            context_.publish(std::make_shared<const Embedding>(entailmentTable(task_, model_, about_)));
        return context_.keepGoing();
    }

private:
    void score(int epoch) {
        const auto start = Clock::now();
        const auto f1 = validationF1(task_.pairs, energyOf(model_), [&] { return context_.keepGoing(); });
        if (f1) context_.measure("validation_f1", epoch, *f1);
        scoredAt_ = Clock::now();
        scoringCost_ = secondsSince(start);
    }

    const EntailmentTask& task_;
    const EntailmentModel& model_;
    const Embedding& about_;
    EntailmentStage stage_;
    Context& context_;
    int lastEpoch_ = 0;
    Clock::time_point begin_ = Clock::now(), scoredAt_{};
    double scoringCost_ = 0;
};

std::string protocol(const EntailmentPairs& pairs) {
    return fmt::format(
        "held-out pairs (5 % of those that others imply) among up to ten times as many that do not hold, "
        "half with "
        "another child, half with another ancestor; threshold chosen on as many validation pairs{}",
        pairs.top ? "; the single root is left out" : "");
}

void describe(const EntailmentPairs& pairs, const std::optional<HeldOutScore>& score, Report& r) {
    if (!score) {
        for (const char* key : {"f1", "precision", "recall"})
            r.addUndefined(key,
                           pairs.test.positives.empty() ? "fewer than two pairs are implied by others"
                                                        : "stopped before it was scored",
                           protocol(pairs));
        return;
    }
    const ThresholdScore& test = score->test;
    const auto n = static_cast<int64_t>(test.positives + test.negatives);
    r.add("f1", test.f1, protocol(pairs), "", n);
    r.add("precision", test.precision, "share of the pairs told to hold that do", "", n);
    r.add("recall", test.recall, "share of the held-out pairs told to hold", "",
          static_cast<int64_t>(test.positives));
    r.add("validation_f1", score->validation.f1,
          "the same on the validation pairs, where the threshold was chosen", "",
          static_cast<int64_t>(score->validation.positives + score->validation.negatives));
    r.add("threshold", test.threshold, "largest energy of a pair that is told to hold");
}

}  // namespace

Result<EntailmentTask> EntailmentTask::create(std::shared_ptr<const Hierarchy> hierarchy, double share,
                                              Context& context) {
    context.progress({0, "parting the closure", {}});
    if (!context.keepGoing()) return cancelledError();
    const auto closure = Closure::create(*hierarchy);
    if (!closure) return closure.error();
    if (!context.keepGoing()) return cancelledError();
    auto pairs = partPairs(*hierarchy, *closure, share, context.conditions().seed);
    if (!pairs) return pairs.error();
    if (!context.keepGoing()) return cancelledError();
    auto training = trainingHierarchy(*hierarchy, *pairs);
    if (!training) return training.error();
    Closure known = Closure::ofEdges(**training);
    return EntailmentTask{std::move(hierarchy), std::move(*pairs), std::move(*training), std::move(known)};
}

std::vector<Parameter> entailmentParameters(const EntailmentOptions& o, int64_t dim) {
    const auto swaps = o.swap == Swap::Child ? std::vector<std::string>{"child", "ancestor", "both"}
                                             : std::vector<std::string>{"both", "child", "ancestor"};
    return {
        integer("dim", "Dimension", dim, 2, 1000, "", "Dimensions of the space; 2 is drawn as it is."),
        integer("epochs", "Epochs", o.epochs, 1, 1e6, "", "Passes over the pairs of training."),
        real("share", "Share", 0.5, 0, 0.9, "of pairs",
             "Share of the pairs implied by others that is trained on; basic edges all are, a tenth is held "
             "out."),
        real("lr", "Learning rate", o.lr, 1e-9, 10, "", "Rate of a step at the start."),
        integer(
            "negatives", "Negatives", o.negatives, 1, 1000, "per pair",
            "Pairs not in training that each pair is compared with; a held-out one may be drawn by chance."),
        real("margin", "Margin", o.margin, 0, 100, "energy",
             "Energy that a pair that does not hold should have."),
        advanced(choice("swap", "Swap", swaps,
                        "Which end of a pair a stranger takes in a negative; both: half and half.")),
        advanced(integer("batch", "Batch", o.batch, 1, 100'000, "pairs",
                         "Pairs whose gradients are summed into one step.")),
        advanced(real("final_rate", "Final rate", o.finalRate, 0, 1, "of rate",
                      "What the rate falls to over the second half.")),
    };
}

EntailmentOptions entailmentOptions(const Parameters& p, const Conditions& conditions) {
    EntailmentOptions o;
    o.epochs = static_cast<int>(p.integer("epochs"));
    o.negatives = static_cast<int>(p.integer("negatives"));
    o.batch = static_cast<int>(p.integer("batch"));
    o.lr = p.real("lr");
    o.finalRate = p.real("final_rate");
    o.margin = p.real("margin");
    o.swap = p.text("swap") == "child"      ? Swap::Child
             : p.text("swap") == "ancestor" ? Swap::Ancestor
                                            : Swap::Both;
    o.threads = conditions.threads;
    o.deterministic = conditions.deterministic;
    o.seed = conditions.seed;
    return o;
}

Embedding entailmentTable(const EntailmentTask& task, const EntailmentModel& model, const Embedding& about) {
    Embedding table = model.table();
    table.items = task.hierarchy->items();
    table.method = about.method;
    table.parameters = about.parameters;
    if (task.pairs.top) {
        std::vector<double> values = table.vectors.toDouble();
        std::fill_n(values.begin() + static_cast<ptrdiff_t>(*task.pairs.top * table.columns()),
                    table.columns(), 0.0);
        table.vectors = Vectors(table.rows(), table.columns(), std::move(values));
    }
    return table;
}

Outcome trainAndScore(const EntailmentTask& task, EntailmentModel& model, const EntailmentOptions& options,
                      const Embedding& about, EntailmentStage stage, Context& context) {
    EntailmentTrainer trainer(model, task.pairs, task.known, options);
    const EntailmentProgress end = trainer.run(Watch(task, model, about, stage, context));
    Outcome outcome;
    outcome.partial = end.epoch < options.epochs;
    // The score of a stopped run takes a tenth of a second for the nouns of WordNet: it is not left out.
    describe(task.pairs, scoreHeldOut(task.pairs, energyOf(model), [] { return true; }), outcome.report);
    outcome.report.add("loss", end.loss, "mean over pairs of the last epoch, a pair with its negatives",
                       "energy");
    outcome.report.add("epochs", end.epoch, "finished passes over the pairs of training");
    outcome.report.add("train", static_cast<double>(task.pairs.train.size()),
                       fmt::format("pairs of training, {} of them basic", task.pairs.basic));
    outcome.report
        .add("pairs_per_second", end.pairsPerSecond, "pairs that hold, each with its negatives", "1/s")
        .repeatable = false;
    outcome.output = std::make_shared<const Embedding>(entailmentTable(task, model, about));
    return outcome;
}

void addBaselines(const EntailmentTask& task, Report& report, Context& context) {
    const auto keepGoing = [&] { return context.keepGoing(); };
    const Closure implied(*task.training);
    const auto add = [&](const char* key, const PairEnergy& energy, const char* convention) {
        if (const auto score = scoreHeldOut(task.pairs, energy, keepGoing))
            report.add(key, score->test.f1, convention, "",
                       static_cast<int64_t>(score->test.positives + score->test.negatives));
    };
    add(
        "closure_f1",
        [&](const TrainingPair& pair) { return implied.isAncestor(pair.ancestor, pair.node) ? 0.0 : 1.0; },
        "F1 of saying what the training pairs imply: 1 by construction, since all basic edges are among "
        "them");
    std::vector<double> count(task.hierarchy->size());
    for (const TrainingPair& pair : task.pairs.train)
        ++count[pair.ancestor];
    add(
        "frequency_f1", [&](const TrainingPair& pair) { return -count[pair.ancestor]; },
        "F1 of how often the ancestor is one in training, the node unseen; threshold chosen on validation");
}

}  // namespace horo
