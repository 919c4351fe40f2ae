#include "core/measure/rank_score.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>

#include "core/base/parallel.h"
#include "core/measure/pair_draw.h"

namespace horo {
namespace {

/// Keeps `count` of the queries, drawn without replacement, in their order.
void drawSample(std::vector<RankQuery>& queries, size_t count, uint64_t seed) {
    std::vector<RankQuery> kept;
    for (const uint32_t i : drawRows(queries.size(), count, seed))
        kept.push_back(queries[i]);
    queries = std::move(kept);
    std::sort(queries.begin(), queries.end(),
              [](const RankQuery& a, const RankQuery& b) { return a.row < b.row; });
}

}  // namespace

RankTable rankTable(const Embedding& embedding, const MatchedRows& match) {
    if (embedding.extended) return RankTable(match.extended(embedding));
    return RankTable(embedding.manifold, match.values(embedding), embedding.columns());
}

Result<Reconstruction> rankScore(const RankTable& table, std::vector<RankQuery> queries,
                                 const ReconstructionOptions& options) {
    const size_t all = queries.size();
    const bool sampled = options.sample > 0 && options.sample < all;
    if (sampled) drawSample(queries, options.sample, options.seed);
    std::vector<RankAnswer> answers(queries.size());
    std::atomic<size_t> done{0};
    std::atomic<bool> stopped{false};
    std::mutex reporting;
    parallelFor(queries.size(), 32, options.threads, [&](size_t begin, size_t end) {
        if (stopped.load(std::memory_order_relaxed)) return;
        table.answer(std::span(queries).subspan(begin, end - begin),
                     std::span(answers).subspan(begin, end - begin));
        const size_t now = done.fetch_add(end - begin) + (end - begin);
        if (!options.progress) return;
        const std::lock_guard lock(reporting);
        if (!stopped && !options.progress(static_cast<double>(now) / static_cast<double>(queries.size())))
            stopped = true;
    });
    if (stopped) return cancelledError();

    Reconstruction score;
    score.nodes = queries.size();
    double ranks = 0, precisions = 0;
    for (size_t i = 0; i < queries.size(); ++i) {
        ranks += answers[i].rankSum;
        precisions += answers[i].averagePrecision;
        score.ties += answers[i].ties;
        score.pairs += queries[i].positives.size();
    }
    const double nodes = static_cast<double>(score.nodes), pairs = static_cast<double>(score.pairs);
    score.meanRank = ranks / pairs;
    score.map = precisions / nodes;
    if (sampled && score.nodes > 1) {
        // Ratio estimator and mean of a sample without replacement (Cochran 1977, 2.14 and 6.13).
        double rankSquares = 0, precisionSquares = 0;
        for (size_t i = 0; i < queries.size(); ++i) {
            const double rank =
                answers[i].rankSum - score.meanRank * static_cast<double>(queries[i].positives.size());
            const double precision = answers[i].averagePrecision - score.map;
            rankSquares += rank * rank;
            precisionSquares += precision * precision;
        }
        const double share = (1 - nodes / static_cast<double>(all)) / (nodes - 1);
        score.meanRankError = std::sqrt(share * rankSquares / nodes) * nodes / pairs;
        score.mapError = std::sqrt(share * precisionSquares / nodes);
    }
    return score;
}

}  // namespace horo
