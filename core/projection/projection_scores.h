// How much of a space a picture of it keeps.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/data/embedding.h"
#include "core/data/report.h"

namespace horo {

/// The classes of rows at a level of a hierarchy, to ask how far they keep together.
struct ScoredLevel {
    static constexpr uint32_t none = ~uint32_t{0};
    std::string name;               ///< "level 2"
    std::vector<uint32_t> classes;  ///< one a row; `none`: a row that is not asked
};

struct ProjectionScoreOptions {
    size_t k = 15;
    size_t sample = 2000;      ///< rows that are scored where there are more than 5,000, against all rows
    size_t pairs = 1'000'000;  ///< drawn for the correlation where there are more than 5,000 rows
    std::vector<ScoredLevel> levels;
    uint64_t seed = 0;
    int threads = 1;
    std::function<bool(double share)> keepGoing = [](double) { return true; };
};

/// A mean over the scored rows; its standard error where they are a sample.
struct MeanScore {
    double value = 0;
    std::optional<double> error;
};

/// After Venna & Kaski 2001, each space under its own manifold's distance. With r the rank of a row among the
/// others by distance, equal distances in row order, trustworthiness is
/// 1 - 2 / (n k (2 n - 3 k - 1)) sum over i, over the k nearest j in the picture, of max(0, r_parent(i, j) -
/// k), and continuity the same with the spaces exchanged.
struct ProjectionScores {
    std::optional<MeanScore> trustworthiness, continuity;      ///< only where k < n / 2
    std::optional<MeanScore> neighborhoodHit;                  ///< share of the k nearest with the same label
    std::vector<std::pair<std::string, MeanScore>> levelHits;  ///< the same at each level, by its name
    std::optional<double> shepard;  ///< Spearman of the distances of pairs; none where all are equal
    size_t rows = 0, scored = 0, pairs = 0;
};

/// Row i of the picture is row i of the parent. `labels` is empty or has one for each row. Errors: different
/// numbers of rows, rows that are not usable, stopped.
HOROCYCLE_EXPORT Result<ProjectionScores> projectionScores(const Embedding& picture, const Embedding& parent,
                                                           std::span<const std::string> labels,
                                                           const ProjectionScoreOptions& options);

/// Adds them to a report under their public names.
HOROCYCLE_EXPORT void addScores(const ProjectionScores& scores, size_t k, bool labelled, Report& report);

}  // namespace horo
