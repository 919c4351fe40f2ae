#include "core/measure/reconstruction.h"

#include "core/measure/matched_rows.h"
#include "core/measure/rank_score.h"

namespace horo {

Result<Reconstruction> reconstruction(const Embedding& embedding, const Hierarchy& hierarchy,
                                      const Closure& closure, const ReconstructionOptions& options) {
    if (const auto usable = requireUsable(embedding); !usable) return usable.error();
    const MatchedRows match(embedding, hierarchy);
    if (match.missing > 0 && !options.partial)
        return inputError(
            "node \"" + hierarchy.name(match.firstMissing) + "\" has no row in the embedding (" +
                std::to_string(match.missing) + " such nodes)",
            "use the hierarchy that it was made from, or score what there is with partial=true");

    std::vector<uint32_t> positives;
    std::vector<size_t> starts{0};
    for (const Node v : match.nodes) {
        for (const Node ancestor : closure.ancestors(v))
            if (match.rowOfNode[ancestor] != MatchedRows::none)
                positives.push_back(match.rowOfNode[ancestor]);
        starts.push_back(positives.size());
    }
    std::vector<RankQuery> queries;
    for (uint32_t i = 0; i < match.nodes.size(); ++i)
        if (starts[i] < starts[i + 1])
            queries.push_back({i, std::span(positives).subspan(starts[i], starts[i + 1] - starts[i]), {}});
    if (queries.empty())
        return inputError("no node with a row has an ancestor with a row",
                          "check that both name the same things");

    const RankTable table = rankTable(embedding, match);
    auto score = rankScore(table, std::move(queries), options);
    if (score) {
        score->missing = match.missing;
        score->strangers = match.strangers;
    }
    return score;
}

}  // namespace horo
