#include "core/projection/tsne_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/parallel.h"
#include "core/projection/repulsion.h"

namespace horo {

namespace {

constexpr size_t rowsAtOnce = 1024;
constexpr float longestStep = 5;
constexpr float leastGain = 0.01f;

float squaredDistance(const std::vector<float>& points, size_t dim, size_t i, size_t j) {
    float sum = 0;
    for (size_t d = 0; d < dim; ++d) {
        const float difference = points[i * dim + d] - points[j * dim + d];
        sum += difference * difference;
    }
    return sum;
}

/// Sum over near j of p_ij q_ij (y_i - y_j).
template <size_t dim>
void attract(const NearWeights& weights, const std::vector<float>& points, int threads,
             std::vector<float>& forces) {
    forces.resize(points.size());
    parallelFor(weights.size(), rowsAtOnce, threads, [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i) {
            const float* here = points.data() + i * dim;
            float force[dim] = {};
            for (size_t e = weights.starts[i]; e < weights.starts[i + 1]; ++e) {
                const float* there = points.data() + weights.columns[e] * dim;
                float differences[dim], squared = 1;
                for (size_t d = 0; d < dim; ++d) {
                    differences[d] = here[d] - there[d];
                    squared += differences[d] * differences[d];
                }
                const float pull = weights.values[e] / squared;
                for (size_t d = 0; d < dim; ++d)
                    force[d] += pull * differences[d];
            }
            for (size_t d = 0; d < dim; ++d)
                forces[i * dim + d] = force[d];
        }
    });
}

void attract(const NearWeights& weights, const TsneOptions& options, const std::vector<float>& points,
             std::vector<float>& forces) {
    if (options.dim == 3)
        attract<3>(weights, points, options.threads, forces);
    else
        attract<2>(weights, points, options.threads, forces);
}

void centre(std::vector<float>& points, size_t dim) {
    for (size_t d = 0; d < dim; ++d) {
        double sum = 0;
        for (size_t i = d; i < points.size(); i += dim)
            sum += points[i];
        const auto mean =
            static_cast<float>(sum * static_cast<double>(dim) / static_cast<double>(points.size()));
        for (size_t i = d; i < points.size(); i += dim)
            points[i] -= mean;
    }
}

/// Momentum, and for each number a gain that grows while its direction stays (Jacobs 1988).
class Descent {
public:
    Descent(const TsneOptions& options, size_t numbers)
        : options_(options), update_(numbers, 0.0f), gains_(numbers, 1.0f) {}

    void step(const TsneForces& forces, double exaggeration, double rate, std::vector<float>& points) {
        const auto attraction = static_cast<float>(exaggeration);
        const auto repulsion = static_cast<float>(1 / forces.sum);
        const auto length = static_cast<float>(rate), momentum = static_cast<float>(options_.momentum);
        const size_t dim = options_.dim;
        for (size_t i = 0; i < points.size(); i += dim) {
            float squared = 0;
            for (size_t n = i; n < i + dim; ++n) {
                const float gradient = attraction * forces.attraction[n] - repulsion * forces.repulsion[n];
                gains_[n] = (gradient > 0) != (update_[n] > 0) ? gains_[n] + 0.2f
                                                               : std::max(gains_[n] * 0.8f, leastGain);
                update_[n] = momentum * update_[n] - length * gains_[n] * gradient;
                squared += update_[n] * update_[n];
            }
            const float shorter = squared > longestStep * longestStep ? longestStep / std::sqrt(squared) : 1;
            for (size_t n = i; n < i + dim; ++n)
                points[n] += update_[n] *= shorter;
        }
    }

private:
    const TsneOptions& options_;
    std::vector<float> update_, gains_;
};

}  // namespace

int layOutTsne(const NearWeights& weights, const TsneOptions& options, std::vector<float>& points) {
    Repulsion repulsion(options.dim, options.angle, options.threads);
    TsneForces forces;
    const auto rows = static_cast<double>(weights.size());
    int done = 0;
    for (const bool early : {true, false}) {
        const double exaggeration = early ? options.exaggeration : 1;
        const double rate = options.rate > 0 ? options.rate : std::max(200.0, rows / exaggeration);
        Descent descent(options, points.size());
        for (int step = 0; step < (early ? options.early : options.steps); ++step) {
            forces.sum = repulsion(points, forces.repulsion);
            attract(weights, options, points, forces.attraction);
            if (!options.keepGoing()) return done;
            descent.step(forces, exaggeration, rate, points);
            centre(points, options.dim);
            options.report(++done, points);
        }
    }
    return done;
}

TsneForces tsneForces(const NearWeights& weights, const TsneOptions& options,
                      const std::vector<float>& points) {
    TsneForces forces;
    forces.sum = Repulsion(options.dim, options.angle, options.threads)(points, forces.repulsion);
    attract(weights, options, points, forces.attraction);
    for (float& force : forces.repulsion)
        force = static_cast<float>(force / forces.sum);
    return forces;
}

double tsneDivergence(const NearWeights& weights, const TsneOptions& options,
                      const std::vector<float>& points) {
    std::vector<float> forces;
    const double sum = Repulsion(options.dim, options.angle, options.threads)(points, forces);
    std::vector<double> parts(weights.size());
    parallelFor(weights.size(), rowsAtOnce, options.threads, [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            for (size_t e = weights.starts[i]; e < weights.starts[i + 1]; ++e) {
                const double p = weights.values[e];
                const double t = 1 + squaredDistance(points, options.dim, i, weights.columns[e]);
                parts[i] += p * std::log(p * t * sum);
            }
    });
    return std::accumulate(parts.begin(), parts.end(), 0.0);
}

}  // namespace horo
