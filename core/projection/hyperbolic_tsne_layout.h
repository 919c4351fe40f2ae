// The layout of t-SNE in the Poincare ball by Riemannian gradient descent.
#pragma once

#include <functional>
#include <vector>

#include "core/base/export.h"
#include "core/projection/near_weights.h"

namespace horo {

struct HyperbolicTsneOptions {
    size_t dim = 2;
    int early = 250;           ///< steps with exaggerated attraction
    int steps = 750;           ///< further steps
    double exaggeration = 12;  ///< of the early steps
    double rate = 0;           ///< 0: rows / (1000 exaggeration) (Skrodzki et al. 2024)
    double angle = 0.5;        ///< cells that look smaller act as one body; 0: none does
    double farthest = 7.6;     ///< hyperbolic radius at which points are held, |x| = .999
    int threads = 1;
    std::function<bool()> keepGoing = [] { return true; };  ///< asked every few dozen rows
    /// Told after each step.
    std::function<void(int step, const std::vector<double>& points)> report = [](int, const auto&) {};
};

/// Moves `points` (rows x dim, in the ball of curvature -1). The same on any number of threads. Returns the
/// steps done.
HOROCYCLE_EXPORT int layOutHyperbolicTsne(const NearWeights& weights, const HyperbolicTsneOptions& options,
                                          std::vector<double>& points);

/// The divergence of q_ij = 1 / (1 + d_ij^2) / Z from the weights in nats, d hyperbolic; and its Riemannian
/// gradient, 4 sum over j of (p_ij - q_ij) / (1 + d_ij^2) times -log_i(j), as tangents of hyperbolic length
/// (coordinates at the origin after the point was moved there, halved rim scale: a tangent v moves by |v|).
/// The factor d that the chain rule of d^2 brings is inside log. `gradient` may be null.
HOROCYCLE_EXPORT double hyperbolicDivergence(const NearWeights& weights, const HyperbolicTsneOptions& options,
                                             const std::vector<double>& points, double exaggeration,
                                             std::vector<double>* gradient);

}  // namespace horo
