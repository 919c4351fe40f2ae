#include "core/embedding/torch_engine.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <cmath>

#include "core/embedding/row_table.h"
#include "core/embedding/start_rows.h"
#include "core/embedding/torch/cuda_library.h"
#include "core/embedding/torch/pair_loss.h"

namespace horo {
namespace {

/// Large batches: all gradients of a batch are taken at one table, added up row by row, and each row moves
/// once, by at most hyperbolic length 1. Strangers are drawn on the processor.
class TorchEngine final : public TaxonomyEngine {
public:
    TorchEngine(const Hierarchy& hierarchy, const Closure& closure, const TaxonomyOptions& options,
                at::Device device)
        : options_(options),
          device_(device),
          type_(options.precision == Precision::Float32 ? at::kFloat : at::kDouble),
          sampler_(closure, PairSampler::targetFrequencies(closure), options.seed, 1) {
        std::vector<double> start = startRows(hierarchy, options);
        const auto rows = static_cast<int64_t>(hierarchy.size());
        rows_ = at::from_blob(start.data(), {rows, options.dim}, at::kDouble).to(device_, type_, false, true);
        kept_ = rows_.clone();
    }

    double train(const TrainingSlice& slice) override {
        // A sixteenth of a small slice, so that small hierarchies see more than one step an epoch.
        const size_t batch = std::clamp<size_t>(slice.pairs.size() / 16, 32, mostPairs);
        double loss = 0;
        for (size_t first = 0; first < slice.pairs.size(); first += batch)
            loss += step(slice, slice.pairs.subspan(first, std::min(batch, slice.pairs.size() - first)));
        return loss;
    }

    size_t firstNonFinite() override {
        const at::Tensor bad = at::isfinite(rows_).all(1).logical_not().nonzero();
        return static_cast<size_t>(bad.numel() == 0 ? rows_.size(0) : bad[0][0].item<int64_t>());
    }
    void keep() override { kept_.copy_(rows_); }
    void restore() override { rows_.copy_(kept_); }
    size_t hold() override {
        if (!isBall()) return 0;
        holdRows();
        return static_cast<size_t>(((1 - rows_.square().sum(1)) <= leastGap() * 1.05).sum().item<int64_t>());
    }

    Embedding table() const override {
        const at::Tensor values = rows_.to(at::kCPU, at::kDouble).contiguous();
        Embedding table;
        table.manifold = Manifold::create(options_.manifold, isBall() ? -1 : 0).value();
        const auto rows = static_cast<size_t>(values.size(0)), dim = static_cast<size_t>(values.size(1));
        RowTable<double> copy(rows, dim);
        for (size_t i = 0; i < rows; ++i)
            std::copy_n(values.data_ptr<double>() + i * dim, dim, copy.row(i));
        if (isBall()) {
            copy.hold(leastGap());
            table.normLimit = 2 * std::acosh(1 / std::sqrt(leastGap()));
        }
        table.vectors = options_.manifold == ManifoldKind::Lorentz ? copy.hyperboloid() : copy.plain();
        return table;
    }

private:
    static constexpr size_t mostPairs = 16384;

    bool isBall() const { return options_.manifold != ManifoldKind::Euclidean; }
    double leastGap() const { return type_ == at::kFloat ? 4e-6 : 1e-13; }

    double step(const TrainingSlice& slice, std::span<const TrainingPair> pairs) {
        const size_t perPair = slice.strangers + 2;
        nodes_.resize(pairs.size() * perPair);
        for (size_t i = 0; i < pairs.size(); ++i)
            sampler_.draw(pairs[i], slice.strangers, slice.frequency, nodes_.data() + i * perPair);
        const auto count = static_cast<int64_t>(pairs.size()), width = static_cast<int64_t>(perPair);
        const at::Tensor index = at::from_blob(nodes_.data(), {count * width}, at::kInt).to(device_);
        at::Tensor gathered = rows_.index_select(0, index);
        at::Tensor loss;
        {
            const at::AutoGradMode on(true);
            gathered.set_requires_grad(true);
            const at::Tensor byPair = gathered.view({count, width, -1});
            loss = pairLoss(options_.manifold, byPair.narrow(1, 0, 1), byPair.narrow(1, 1, width - 1)).sum();
            loss.backward();
        }
        const at::AutoGradMode off(false);
        const at::Tensor gradient = at::zeros_like(rows_).index_add_(0, index, gathered.grad());
        move(-slice.rate / options_.batch * gradient);
        return loss.item<double>();
    }

    /// Moves every row by a Euclidean descent direction.
    void move(at::Tensor direction) {
        if (!isBall()) {
            rows_.add_(direction / direction.norm(2, 1, true).clamp_min(1));
            return;
        }
        const at::Tensor squares = rows_.square().sum(1, true), gap = 1 - squares;
        direction = direction * gap.square() / 4;
        const at::Tensor norm = direction.norm(2, 1, true), length = (2 * norm / gap).clamp_min(1e-30);
        const at::Tensor shortened = length.clamp_max(1);
        if (options_.manifold == ManifoldKind::Poincare) {
            rows_.add_(direction * (shortened / length));
        } else {  // x (+) tanh(length / 2) along the direction
            const at::Tensor reach = (shortened / 2).tanh(), y = direction * (reach / norm.clamp_min(1e-30));
            const at::Tensor y2 = reach.square();
            const at::Tensor denominator = 1 + 2 * (rows_ * y).sum(1, true) + squares * y2;
            rows_.add_(gap * (y + y2 * rows_) / denominator);
        }
        holdRows();
    }

    void holdRows() {
        const double most = std::sqrt(1 - leastGap());
        rows_.mul_((most / rows_.norm(2, 1, true).clamp_min(1e-30)).clamp_max(1));
    }

    const TaxonomyOptions& options_;
    at::Device device_;
    at::ScalarType type_;
    PairSampler sampler_;
    at::Tensor rows_, kept_;
    std::vector<uint32_t> nodes_;
};

Result<std::unique_ptr<TaxonomyEngine>> make(const Hierarchy& hierarchy, const Closure& closure,
                                             const TaxonomyOptions& options, const std::string& device) {
    try {
        if (device != "cpu" && device != "cuda")
            return usageError("there is no device \"" + device + "\"", "choose cpu or cuda");
        if (device == "cuda")
            if (const auto open = openCuda(); !open) return open.error();
        return std::unique_ptr<TaxonomyEngine>(
            std::make_unique<TorchEngine>(hierarchy, closure, options, at::Device(device)));
    } catch (const std::exception& exception) {
        return programError(std::string("LibTorch: ") + exception.what());
    }
}

const bool isEntered = (enterTorchEngine(make), true);

}  // namespace
}  // namespace horo
