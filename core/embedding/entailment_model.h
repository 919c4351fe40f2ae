// A geometry in which one point can stand above another: an energy for pairs, and how rows step.
#pragma once

#include <span>

#include "core/data/embedding.h"
#include "core/embedding/shared_rows.h"
#include "core/hierarchy/hierarchy.h"

namespace horo {

/// One row a node. Energies and gradients may be asked for, and rows be stepped, from several threads.
class EntailmentModel {
public:
    using Point = std::span<const double>;
    using Out = std::span<double>;

    EntailmentModel(size_t nodes, size_t dim) : rows_(nodes, dim) {}
    virtual ~EntailmentModel() = default;

    /// How far `node` is from standing below `ancestor`: 0 where it does, never negative.
    virtual double energy(Point ancestor, Point node) const = 0;
    /// The same, and its gradients where it is positive; else they are left alone.
    virtual double energy(Point ancestor, Point node, Out ancestorGradient, Out nodeGradient) const = 0;
    /// Steps a row down its gradient and brings it back into the space. A step that is not finite is left
    /// out.
    virtual void step(Node v, Point row, Point gradient, double rate) = 0;
    /// The rows with their manifold; items and provenance are left empty.
    virtual Embedding table() const = 0;

    SharedRows& rows() { return rows_; }
    const SharedRows& rows() const { return rows_; }

private:
    SharedRows rows_;
};

}  // namespace horo
