// Learns an embedding whose distances tell ancestors from strangers.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "core/data/embedding.h"
#include "core/hierarchy/closure.h"

namespace horo {

enum class Precision { Float32, Float64 };
enum class TaxonomyStart {
    Auto,        ///< the tree layout in two dimensions, random in more (each is better there)
    Random,      ///< uniform in a small ball around the origin
    TreeLayout,  ///< a radial layout of the spanning tree in the first two dimensions
};

/// How training goes. What is left as it is gives a result worth keeping for ten nodes and for 82,115: the
/// rate starts low, which puts branches in the right place, is held high, which sharpens, and falls at the
/// end; double precision, since good hyperbolic embeddings want radii (13 to 20) that floats do not hold. Two
/// dimensions are for the disk (mammals of WordNet: MAP .95), ten for numbers (.98).
struct TaxonomyOptions {
    ManifoldKind manifold = ManifoldKind::Lorentz;  ///< Poincare, Lorentz or Euclidean
    bool closure = true;       ///< learn all pairs of a node and an ancestor; false: the edges alone
    int dim = 10;              ///< of the space (a Lorentz row has dim + 1 numbers), 2 to 4096
    int epochs = 0;            ///< passes over all (node, ancestor) pairs; 0 = as many as the size suggests
    double minutes = 0;        ///< ends training after that long, the rate having followed; 0 = no limit
    int negatives = 50;        ///< strangers a pair is told from, 1 to 1000
    int batch = 10;            ///< pairs that share one mean loss: a pair's own rate is lr / batch
    double lr = 1.0;           ///< learning rate of the batch mean
    int burnin = 20;           ///< first epochs, with few negatives drawn by frequency and a low rate
    double burninRate = 0.01;  ///< times lr, during burn-in
    int burninNegatives = 5;   ///< strangers during burn-in
    double riseShare = 0.15;   ///< share of training over which the rate climbs from riseFrom to 1
    double riseFrom = 0.3;     ///< times lr, at the end of burn-in
    double holdShare = 0.85;   ///< share of training, rise included, before the rate falls (cosine)
    double finalRate = 0.1;    ///< times lr, at the end
    Precision precision = Precision::Float64;
    TaxonomyStart start = TaxonomyStart::Auto;
    std::string device = "cpu";  ///< cpu: the fused kernel; cuda, torch: LibTorch in large batches
    int threads = 0;             ///< 0 = all
    bool deterministic = false;  ///< same seed, same bytes: one thread, and `minutes` does not bend the rate
    uint64_t seed = 0;
};

/// Where training stands.
struct TaxonomyProgress {
    int epoch = 0;              ///< finished epochs
    int epochs = 0;             ///< planned epochs
    size_t pairs = 0;           ///< positive pairs trained on so far
    double share = 0;           ///< of the whole run, by epochs or by minutes, whichever is further
    double loss = 0;            ///< mean of the last finished epoch, nats a pair
    double rate = 0;            ///< learning rate now, of the batch mean
    double pairsPerSecond = 0;  ///< positive pairs, of the last finished epoch
    double secondsLeft = 0;
};

/// What training gave.
struct TaxonomyOutcome {
    Embedding embedding;        ///< one row a node, in the hierarchy's order
    double loss = 0;            ///< mean of the last epoch, nats a pair
    int epochs = 0;             ///< finished epochs
    double pairsPerSecond = 0;  ///< over the whole run
    double seconds = 0;
    double peakMegabytes = 0;  ///< most memory the process ever held
    size_t atLimit = 0;        ///< rows at the radius beyond which this precision holds no points
    bool stopped = false;      ///< by the caller: the embedding is the last state
};

/// Nickel & Kiela's objective (2017, eq. 5-6; 2018): for each pair of a node and an ancestor, the softmax
/// cross-entropy of -distance against strangers, which are nodes that are neither the node nor an ancestor of
/// it (of those that it is trained on: without `closure` a stranger may be an ancestor that no edge names).
/// Riemannian gradient steps, lock-free on several threads (Hogwild; Recht et al. 2011), which is not
/// reproducible; `deterministic` is. On the Poincare ball a step is the scaled gradient added (a retraction);
/// on the Lorentz model it is the exponential map, computed in ball coordinates, which hold twice the radius.
class HOROCYCLE_EXPORT TaxonomyTrainer {
public:
    /// Error: an option out of range, a hierarchy without a pair or without strangers, a device that cannot
    /// be used (the reason).
    static Result<std::unique_ptr<TaxonomyTrainer>> create(std::shared_ptr<const Hierarchy> hierarchy,
                                                           TaxonomyOptions options);
    ~TaxonomyTrainer();

    /// The options in use, with the number of epochs filled in.
    const TaxonomyOptions& options() const;

    /// Trains; returns when done, stopped or failed. `report` is called from this thread after each epoch
    /// and at least a few times a second; false stops as stop() does. May be called once.
    /// Error: a row became NaN or infinite (snapshot() still gives the last good state).
    Result<TaxonomyOutcome> run(const std::function<bool(const TaxonomyProgress&)>& report = {});

    /// The functions below may be called from any thread and from inside `report`, before, during and after
    /// run(). stop and pause are obeyed, and a snapshot is given, within about a tenth of a second.
    void stop();
    void pause(bool paused);
    /// A copy of the table as it is now.
    Embedding snapshot() const;

private:
    explicit TaxonomyTrainer(std::unique_ptr<class TaxonomyRun> run);
    std::unique_ptr<TaxonomyRun> run_;
};

}  // namespace horo
