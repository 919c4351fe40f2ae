// Order embeddings: what is more general is smaller in every coordinate (Vendrov, Kiros, Fidler & Urtasun
// 2016).
#pragma once

#include <vector>

#include "core/embedding/entailment_model.h"

namespace horo {

/// E = |max(0, ancestor - node)|^2 over rows of numbers that are not negative; the origin stands above all.
/// Steps are those of Adam (Kingma & Ba 2015; beta .9 and .999), each row with its own count of steps, taken
/// only where the row has a gradient.
class HOROCYCLE_EXPORT OrderModel final : public EntailmentModel {
public:
    /// Starts from numbers uniform in [0, 0.1).
    OrderModel(size_t nodes, size_t dim, uint64_t seed);

    double energy(Point ancestor, Point node) const override;
    double energy(Point ancestor, Point node, Out ancestorGradient, Out nodeGradient) const override;
    void step(Node v, Point row, Point gradient, double rate) override;
    Embedding table() const override;

private:
    SharedRows moments_;  ///< a row: means of gradients, means of their squares, number of steps
};

}  // namespace horo
