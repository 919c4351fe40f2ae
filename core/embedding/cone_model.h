// Entailment cones in the ball, trained (Ganea, Becigneul & Hofmann 2018).
#pragma once

#include <vector>

#include "core/embedding/entailment_model.h"
#include "core/geometry/entailment_cone.h"

namespace horo {

/// Rows of the ball of curvature -1 that have a cone: not nearer to the origin than the cones allow, and not
/// further out than 1 - 1e-5 (both as in the authors' code). Steps are the scaled gradient added (a
/// retraction), no longer than 1.
class HOROCYCLE_EXPORT ConeModel final : public EntailmentModel {
public:
    /// `start`: nodes x dim numbers inside the ball.
    ConeModel(size_t nodes, size_t dim, double aperture, const std::vector<double>& start);

    double energy(Point ancestor, Point node) const override { return cones_.energy(ancestor, node); }
    double energy(Point ancestor, Point node, Out ancestorGradient, Out nodeGradient) const override {
        return cones_.energy(ancestor, node, ancestorGradient, nodeGradient);
    }
    void step(Node v, Point row, Point gradient, double rate) override;
    Embedding table() const override;

private:
    void hold(double* row) const;

    EntailmentCones cones_;
    double least_;  ///< norm of a row
};

}  // namespace horo
