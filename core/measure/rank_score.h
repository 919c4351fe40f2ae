// Runs many rank queries and sums them up.
#pragma once

#include "core/measure/matched_rows.h"
#include "core/measure/ranking.h"
#include "core/measure/reconstruction.h"

namespace horo {

/// The matched rows, laid out for ranking; with all their digits where the embedding has them.
RankTable rankTable(const Embedding& embedding, const MatchedRows& match);

/// Answers the queries (or a sample of them) on several threads and fills in meanRank, map, nodes, pairs,
/// ties and the standard errors. Sums do not depend on the number of threads. Error: stopped.
Result<Reconstruction> rankScore(const RankTable& table, std::vector<RankQuery> queries,
                                 const ReconstructionOptions& options);

}  // namespace horo
