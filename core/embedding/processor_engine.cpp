#include <algorithm>
#include <atomic>
#include <cmath>

#include "core/base/parallel.h"
#include "core/embedding/pair_kernel.h"
#include "core/embedding/row_table.h"
#include "core/embedding/start_rows.h"
#include "core/embedding/taxonomy_engine.h"

namespace horo {
namespace {

/// How far out rows of T may lie: where 1 - |x|^2, computed in T, still has a correct digit or two.
template <class T>
constexpr double leastGap = std::is_same_v<T, float> ? 4e-6 : 1e-13;  // hyperbolic radius 13.8 and 31.3

StepGeometry stepGeometry(ManifoldKind kind) {
    if (kind == ManifoldKind::Poincare) return StepGeometry::BallRetraction;
    return kind == ManifoldKind::Lorentz ? StepGeometry::BallExponential : StepGeometry::Euclidean;
}

/// The fused kernel on worker threads that share one table without locks.
template <class T>
class ProcessorEngine final : public TaxonomyEngine {
public:
    ProcessorEngine(const Hierarchy& hierarchy, const Closure& closure, const TaxonomyOptions& options)
        : options_(options),
          rows_(hierarchy.size(), static_cast<size_t>(options.dim)),
          kernel_(pairKernel<T>(stepGeometry(options.manifold), bestInstructionSet())) {
        const std::vector<double> start = startRows(hierarchy, options);
        for (size_t i = 0; i < rows_.rows(); ++i)
            std::copy_n(start.begin() + static_cast<std::ptrdiff_t>(i * rows_.dim()), rows_.dim(),
                        rows_.row(i));
        kept_ = std::make_unique<RowTable<T>>(rows_);
        const size_t most = 1 + static_cast<size_t>(std::max(options.negatives, options.burninNegatives));
        const auto byTarget = PairSampler::targetFrequencies(closure);
        for (int worker = 0; worker < options.threads; ++worker)
            workers_.push_back(
                {PairSampler(closure, byTarget, options.seed, static_cast<uint64_t>(worker) + 1),
                 std::vector<uint32_t>(blockPairs * (most + 1)),
                 AlignedVector<T>(PairWork<T>::scratchSize(most)), 0.0});
    }

    double train(const TrainingSlice& slice) override {
        const size_t blocks = (slice.pairs.size() + blockPairs - 1) / blockPairs;
        // Starting a thread costs as much as a few hundred pairs.
        const int threads =
            static_cast<int>(std::clamp<size_t>(slice.pairs.size() / 1024, 1, workers_.size()));
        std::atomic<size_t> next{0};
        runWorkers(threads, [&](int worker) {
            Worker& own = workers_[static_cast<size_t>(worker)];
            own.loss = 0;
            for (size_t block; (block = next.fetch_add(1, std::memory_order_relaxed)) < blocks;) {
                const size_t first = block * blockPairs;
                own.loss += trainBlock(
                    own, slice, slice.pairs.subspan(first, std::min(blockPairs, slice.pairs.size() - first)));
            }
        });
        double loss = 0;
        for (int worker = 0; worker < threads; ++worker)
            loss += workers_[static_cast<size_t>(worker)].loss;
        return loss;
    }

    size_t firstNonFinite() override { return rows_.firstNonFinite(); }
    void keep() override { *kept_ = rows_; }
    void restore() override { rows_ = *kept_; }
    size_t hold() override { return isBall() ? rows_.hold(leastGap<T>) : 0; }

    Embedding table() const override {
        Embedding table;
        table.manifold = Manifold::create(options_.manifold, isBall() ? -1 : 0).value();
        RowTable<T> rows = rows_;
        if (isBall()) {
            rows.hold(leastGap<T>);
            table.normLimit = 2 * std::acosh(1 / std::sqrt(leastGap<T>));
        }
        table.vectors = options_.manifold == ManifoldKind::Lorentz ? rows.hyperboloid() : rows.plain();
        return table;
    }

private:
    static constexpr size_t blockPairs = 64;

    struct Worker {
        PairSampler sampler;
        std::vector<uint32_t> nodes;
        AlignedVector<T> scratch;
        double loss;
    };

    bool isBall() const { return options_.manifold != ManifoldKind::Euclidean; }

    double trainBlock(Worker& worker, const TrainingSlice& slice, std::span<const TrainingPair> pairs) {
        for (size_t i = 0; i < pairs.size(); ++i)
            worker.sampler.draw(pairs[i], slice.strangers, slice.frequency,
                                worker.nodes.data() + i * (slice.strangers + 2));
        return kernel_({.table = rows_.data(),
                        .stride = rows_.stride(),
                        .dim = rows_.dim(),
                        .nodes = worker.nodes.data(),
                        .pairs = pairs.size(),
                        .candidates = slice.strangers + 1,
                        .rate = static_cast<T>(slice.rate / options_.batch),
                        .leastGap = static_cast<T>(leastGap<T>),
                        .scratch = worker.scratch.data()});
    }

    const TaxonomyOptions& options_;
    RowTable<T> rows_;
    std::unique_ptr<RowTable<T>> kept_;
    PairKernel<T> kernel_;
    std::vector<Worker> workers_;
};

}  // namespace

std::unique_ptr<TaxonomyEngine> makeProcessorEngine(const Hierarchy& hierarchy, const Closure& closure,
                                                    const TaxonomyOptions& options) {
    if (options.precision == Precision::Float64)
        return std::make_unique<ProcessorEngine<double>>(hierarchy, closure, options);
    return std::make_unique<ProcessorEngine<float>>(hierarchy, closure, options);
}

}  // namespace horo
