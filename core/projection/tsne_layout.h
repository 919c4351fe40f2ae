// The layout of t-SNE by gradient descent.
#pragma once

#include <functional>
#include <vector>

#include "core/base/export.h"
#include "core/base/instruction_set.h"
#include "core/projection/near_weights.h"

namespace horo {

struct TsneOptions {
    size_t dim = 2;
    int early = 250;           ///< steps with exaggerated attraction
    int steps = 500;           ///< further steps
    double exaggeration = 12;  ///< of the early steps
    double rate = 0;           ///< 0: rows / exaggeration of the steps, at least 200 (Belkina et al. 2019)
    double momentum = 0.8;
    double angle = 0.5;  ///< cells that look smaller act as one body (Barnes & Hut 1986); 0: none does
    int threads = 1;
    std::function<bool()> keepGoing = [] { return true; };
    /// Told after each step.
    std::function<void(int step, const std::vector<float>& points)> report = [](int, const auto&) {};
};

/// What points feel: half the gradient of the divergence, without its factor 4.
struct TsneForces {
    std::vector<float> attraction, repulsion;  ///< rows x dim; the gradient is 4 (attraction - repulsion)
    double sum = 0;                            ///< of 1 / (1 + d^2) over ordered pairs of points
};

/// Moves `points` (rows x dim). The same on any number of threads. Returns the steps done.
HOROCYCLE_EXPORT int layOutTsne(const NearWeights& weights, const TsneOptions& options,
                                std::vector<float>& points);

/// The forces at some points (van der Maaten 2014, equations 5 and 8).
HOROCYCLE_EXPORT TsneForces tsneForces(const NearWeights& weights, const TsneOptions& options,
                                       const std::vector<float>& points);

/// The Kullback-Leibler divergence of the similarities from the weights, in nats.
HOROCYCLE_EXPORT double tsneDivergence(const NearWeights& weights, const TsneOptions& options,
                                       const std::vector<float>& points);

}  // namespace horo
