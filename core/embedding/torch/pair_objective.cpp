#include "core/embedding/torch/pair_objective.h"

#include "core/embedding/torch/pair_loss.h"

namespace horo {

PairGradients pairGradients(ManifoldKind manifold, std::span<const double> rows, size_t dim,
                            std::span<const int64_t> nodes, size_t candidates) {
    const auto width = static_cast<int64_t>(dim), perPair = static_cast<int64_t>(candidates + 1);
    at::Tensor table = at::from_blob(const_cast<double*>(rows.data()),
                                     {static_cast<int64_t>(rows.size()) / width, width}, at::kDouble)
                           .clone();
    table.set_requires_grad(true);
    const at::Tensor index =
        at::from_blob(const_cast<int64_t*>(nodes.data()),
                      {static_cast<int64_t>(nodes.size()) / perPair, perPair}, at::kLong);
    const at::Tensor gathered = table.index({index});
    const at::Tensor loss =
        pairLoss(manifold, gathered.narrow(1, 0, 1), gathered.narrow(1, 1, perPair - 1)).sum();
    loss.backward();
    const at::Tensor gradient = table.grad().contiguous();
    PairGradients result;
    result.loss = loss.item<double>();
    result.gradient.assign(gradient.data_ptr<double>(), gradient.data_ptr<double>() + gradient.numel());
    return result;
}

}  // namespace horo
