#include "core/embedding/entailment_scores.h"

#include <cmath>

#include "core/geometry/euclidean.h"
#include "core/geometry/poincare.h"

namespace horo {

namespace {

constexpr size_t pairsPerQuestion = 4096;

std::optional<std::vector<double>> energiesOf(const std::vector<TrainingPair>& pairs,
                                              const PairEnergy& energy,
                                              const std::function<bool()>& keepGoing) {
    std::vector<double> energies;
    energies.reserve(pairs.size());
    for (const TrainingPair& pair : pairs) {
        if (energies.size() % pairsPerQuestion == 0 && !keepGoing()) return std::nullopt;
        energies.push_back(energy(pair));
    }
    return energies;
}

struct Energies {
    std::vector<double> positives, negatives;
};

std::optional<Energies> energiesOf(const EntailmentPairs::HeldOut& pairs, const PairEnergy& energy,
                                   const std::function<bool()>& keepGoing) {
    if (pairs.positives.empty()) return std::nullopt;
    auto positives = energiesOf(pairs.positives, energy, keepGoing);
    if (!positives) return std::nullopt;
    auto negatives = energiesOf(pairs.negatives, energy, keepGoing);
    if (!negatives) return std::nullopt;
    return Energies{std::move(*positives), std::move(*negatives)};
}

}  // namespace

std::optional<HeldOutScore> scoreHeldOut(const EntailmentPairs& pairs, const PairEnergy& energy,
                                         const std::function<bool()>& keepGoing) {
    auto validation = energiesOf(pairs.validation, energy, keepGoing);
    if (!validation) return std::nullopt;
    const auto test = energiesOf(pairs.test, energy, keepGoing);
    if (!test) return std::nullopt;
    HeldOutScore score;
    score.validation = bestThreshold(std::move(validation->positives), std::move(validation->negatives));
    score.test = scoreAt(score.validation.threshold, test->positives, test->negatives);
    return score;
}

std::optional<double> validationF1(const EntailmentPairs& pairs, const PairEnergy& energy,
                                   const std::function<bool()>& keepGoing) {
    auto energies = energiesOf(pairs.validation, energy, keepGoing);
    if (!energies) return std::nullopt;
    return bestThreshold(std::move(energies->positives), std::move(energies->negatives)).f1;
}

std::optional<GradedScore> gradedScore(const EntailmentPairs& pairs, std::span<const double> rows, size_t dim,
                                       const std::function<bool()>& keepGoing) {
    std::optional<GradedScore> best;
    for (const double alpha : {0.0, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0}) {
        const auto score = scoreHeldOut(
            pairs,
            [&](const TrainingPair& pair) {
                const auto node = rows.subspan(pair.node * dim, dim),
                           ancestor = rows.subspan(pair.ancestor * dim, dim);
                return (1 + alpha * (euclidean::norm(ancestor) - euclidean::norm(node))) *
                       poincare::distance(ancestor, node, -1);
            },
            keepGoing);
        if (!score) return std::nullopt;
        if (!best || score->validation.f1 > best->score.validation.f1) best = GradedScore{alpha, *score};
    }
    return best;
}

}  // namespace horo
