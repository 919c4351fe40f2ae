// embed.taxonomy: the taxonomy trainer as a method.
#include <fmt/format.h>

#include <chrono>

#include "core/embedding/taxonomy_trainer.h"
#include "core/measure/reconstruction.h"
#include "core/method/registry.h"

namespace horo {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

Result<TaxonomyOptions> optionsFrom(const Parameters& p, const Conditions& conditions) {
    const auto manifold = manifoldFromName(p.text("manifold"));
    if (!manifold) return manifold.error();
    TaxonomyOptions options;
    options.manifold = *manifold;
    options.closure = p.boolean("closure");
    options.dim = static_cast<int>(p.integer("dim"));
    options.epochs = static_cast<int>(p.integer("epochs"));
    options.minutes = p.real("minutes");
    options.negatives = static_cast<int>(p.integer("negatives"));
    options.batch = static_cast<int>(p.integer("batch"));
    options.lr = p.real("lr");
    options.burnin = static_cast<int>(p.integer("burnin"));
    options.riseShare = p.real("rise");
    options.holdShare = p.real("hold");
    options.finalRate = p.real("final_rate");
    options.precision = p.text("precision") == "float64" ? Precision::Float64 : Precision::Float32;
    options.start = p.text("start") == "tree-layout" ? TaxonomyStart::TreeLayout
                    : p.text("start") == "random"    ? TaxonomyStart::Random
                                                     : TaxonomyStart::Auto;
    options.threads = conditions.threads;
    options.deterministic = conditions.deterministic;
    options.seed = conditions.seed;
    options.device = conditions.device;
    return options;
}

/// Shows a run to whoever watches: pictures, the loss curve, and a sampled MAP whose cost stays below a tenth
/// of the training.
class Watch {
public:
    Watch(TaxonomyTrainer& trainer, std::shared_ptr<const Hierarchy> hierarchy, const Closure& closure,
          Context& context)
        : trainer_(trainer), hierarchy_(std::move(hierarchy)), closure_(closure), context_(context) {}

    bool operator()(const TaxonomyProgress& at) {
        context_.progress({at.share, fmt::format("epoch {} of {}", at.epoch, at.epochs), at.secondsLeft,
                           static_cast<double>(at.epochs)});
        if (at.epoch > lastEpoch_) {
            lastEpoch_ = at.epoch;
            context_.measure("loss", at.epoch, at.loss);
            context_.measure("pairs_per_second", at.epoch, at.pairsPerSecond);
        }
        if (context_.wantsPicture()) show(at.epoch);
        return context_.keepGoing();
    }

private:
    void show(int epoch) {
        auto picture = std::make_shared<const Embedding>(trainer_.snapshot());
        if (epoch > lastScored_ && secondsSince(scoredAt_) > 10 * scoringCost_) score(*picture, epoch);
        context_.publish(Payload(std::move(picture)));
    }

    void score(const Embedding& picture, int epoch) {
        const auto start = Clock::now();
        ReconstructionOptions options;
        options.sample = hierarchy_->size() > 3000 ? 500 : 0;
        options.threads = context_.conditions().threads;
        const auto scores = reconstruction(picture, *hierarchy_, closure_, options);
        if (scores) {
            context_.measure("map", epoch, scores->map);
            context_.measure("mean_rank", epoch, scores->meanRank);
        }
        lastScored_ = epoch;
        scoredAt_ = Clock::now();
        scoringCost_ = secondsSince(start);
    }

    TaxonomyTrainer& trainer_;
    std::shared_ptr<const Hierarchy> hierarchy_;
    const Closure& closure_;
    Context& context_;
    int lastEpoch_ = 0, lastScored_ = -1;
    Clock::time_point scoredAt_{};
    double scoringCost_ = 0;
};

class EmbedTaxonomy final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = declare();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto hierarchy = inputs.hierarchy("hierarchy");
        auto options = optionsFrom(parameters, context.conditions());
        if (!options) return options.error();
        const auto closure = options->closure ? Closure::create(*hierarchy) : Closure::ofEdges(*hierarchy);
        if (!closure) return closure.error();
        auto trainer = TaxonomyTrainer::create(hierarchy, *options);
        if (!trainer) return trainer.error();
        auto trained = (*trainer)->run(Watch(**trainer, hierarchy, *closure, context));
        if (!trained) return trained.error();

        Outcome outcome;
        outcome.partial = trained->stopped;
        Report& r = outcome.report;
        r.add("loss", trained->loss,
              "mean over pairs of the last epoch: cross-entropy of the ancestor against sampled strangers",
              "nats", 0);
        r.add("epochs", trained->epochs,
              options->closure ? "finished passes over all pairs of the closure"
                               : "finished passes over the edges as listed");
        r.add("pairs_per_second", trained->pairsPerSecond, "positive pairs, over the whole run", "1/s")
            .repeatable = false;
        r.add("peak_mb", trained->peakMegabytes, "largest memory of the process", "MB").repeatable = false;
        if (trained->atLimit > 0)
            r.warnings.push_back(fmt::format("{} rows stand at the norm limit of {}", trained->atLimit,
                                             parameters.text("precision")));
        outcome.output = std::make_shared<const Embedding>(std::move(trained->embedding));
        return outcome;
    }

private:
    static Declaration declare() {
        const TaxonomyOptions o;
        Declaration d;
        d.id = "embed.taxonomy";
        d.version = "2";
        d.title = "Taxonomy embedding";
        d.summary = "Learns points whose distances tell the ancestors of a node from strangers.";
        d.citation = "Nickel & Kiela 2017, 2018";
        d.inputs = {{"hierarchy",
                     {Kind::Hierarchy},
                     "the taxonomy; its transitive closure is learned, or its edges"}};
        d.outputs = {{"embedding", {Kind::Embedding}, "one row a node"}};
        d.deterministic = false;
        d.resumable = true;
        d.gpu = true;
        d.parameters = {
            choice("manifold", "Manifold", {"poincare", "lorentz", "euclidean"},
                   "The space of the points: Poincare ball, hyperboloid, or Euclidean."),
            integer("dim", "Dimension", o.dim, 2, 1000, "", "Dimensions of the space; 2 is drawn as it is."),
            integer("epochs", "Epochs", o.epochs, 0, 1e6, "0 = by size",
                    "Passes over all pairs of the closure; 0 chooses by size."),
            integer("negatives", "Negatives", o.negatives, 1, 1000, "per pair",
                    "Strangers that each pair is compared with."),
            real("lr", "Learning rate", o.lr, 1e-9, 1e3, "batch mean",
                 "Step for the mean over a batch; per pair it is lr / batch."),
            integer("burnin", "Burn-in", o.burnin, 0, 1e6, "epochs",
                    "First epochs at a hundredth of the rate, to find directions."),
            boolean(
                "closure", "Learn the closure", o.closure,
                "Learns all ancestors of a node; false learns the listed edges alone, so that held-out pairs "
                "stay unseen, save as strangers drawn by chance."),
            advanced(integer("batch", "Batch", o.batch, 1, 1e6, "pairs",
                             "Pairs that the learning rate is divided by.")),
            advanced(real("minutes", "At most", o.minutes, 0, 1e5, "minutes",
                          "Stops early after that long; 0 does not.")),
            advanced(choice("precision", "Precision", {"float64", "float32"},
                            "float32 is faster; float64 holds points about twice as far out.")),
            advanced(choice("start", "Start", {"auto", "random", "tree-layout"},
                            "From small random points, or from a radial layout of the tree; auto takes the "
                            "layout in two dimensions.")),
            advanced(real("rise", "Rise", o.riseShare, 0, 1, "share",
                          "Share of the epochs in which the rate climbs to its full height.")),
            advanced(real("hold", "Hold rate", o.holdShare, 0, 1, "share",
                          "Share of the epochs before the rate falls.")),
            advanced(real("final_rate", "Final rate", o.finalRate, 0, 1, "of rate",
                          "What the rate has fallen to at the end.")),
        };
        return d;
    }
};

HOROCYCLE_METHOD(EmbedTaxonomy);

}  // namespace

}  // namespace horo
