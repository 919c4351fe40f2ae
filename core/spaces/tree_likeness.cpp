#include "core/spaces/tree_likeness.h"

#include <cmath>
#include <numeric>

#include "core/measure/distance_matrix.h"
#include "core/measure/pair_draw.h"
#include "core/method/part_of_run.h"
#include "core/neighbors/neighbors.h"
#include "core/spaces/matched_spaces.h"

namespace horo {

namespace {

constexpr double deltaOfClippedDisk = 0.144;  // relative, of the ball of curvature -1 (Khrulkov et al. 2020)
constexpr double ofRounding = 1e-12;          // a delta that is none

Result<DeltaDraws> deltasOf(const Embedding& embedding, const LikenessOptions& options, Context& context) {
    std::vector<uint32_t> rows(embedding.rows());
    std::iota(rows.begin(), rows.end(), 0u);
    const auto distances = [&](std::span<const uint32_t> some) {
        return rowDistances(embedding, some, context.conditions().threads,
                            [&] { return context.keepGoing(); });
    };
    return drawDeltas(std::move(rows), distances, options.samples, options.draws, context);
}

/// Some rows as queries among all, themselves among the answers.
Embedding drawnQueries(const Embedding& embedding, size_t count, uint64_t seed) {
    const auto drawn = drawRows(embedding.rows(), count, seed);
    return someRows(embedding, {drawn.begin(), drawn.end()});
}

Result<void> addDimension(const Embedding& embedding, size_t asked, TreeLikeness& likeness,
                          Context& context) {
    const bool all = embedding.rows() <= 2 * asked;
    SearchOptions options;
    options.k = all ? 2 : 3;
    options.threads = context.conditions().threads;
    options.keepGoing = keepTelling(context, "finding neighbors");
    const auto near =
        all ? nearestNeighbors(embedding, options)
            : nearestNeighbors(embedding, drawnQueries(embedding, asked, context.conditions().seed), options);
    if (!near) return near.error();
    double sum = 0;
    for (size_t i = 0; i < near->queries; ++i) {
        const auto distances = near->distancesOf(i).last(2);  // the nearest of three is the row itself
        if (!(distances[0] > 0)) continue;
        sum += std::log(distances[1] / distances[0]);
        ++likeness.dimensionRows;
    }
    if (sum > 0) likeness.dimension = static_cast<double>(likeness.dimensionRows) / sum;
    return {};
}

}  // namespace

std::optional<double> TreeLikeness::relative() const {
    if (!(deltas.diameter > 0)) return std::nullopt;
    return 2 * deltas.all.delta / deltas.diameter;
}

std::optional<double> TreeLikeness::curvature() const {
    const auto delta = relative();
    if (!delta || !(*delta > ofRounding)) return std::nullopt;
    return -std::pow(deltaOfClippedDisk / *delta, 2);
}

Result<TreeLikeness> treeLikeness(const Embedding& embedding, const LikenessOptions& options,
                                  Context& context) {
    if (const auto usable = requireUsable(embedding); !usable) return usable.error();
    TreeLikeness likeness;
    PartOfRun drawing(context, 0, 0.7), searching(context, 0.7, 1);
    auto deltas = deltasOf(embedding, options, drawing);
    if (!deltas) return deltas.error();
    likeness.deltas = std::move(*deltas);
    if (const auto done = addDimension(embedding, options.asked, likeness, searching); !done)
        return done.error();
    return likeness;
}

}  // namespace horo
