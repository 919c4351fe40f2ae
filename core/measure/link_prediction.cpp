#include "core/measure/link_prediction.h"

#include <algorithm>
#include <tuple>

#include "core/measure/matched_rows.h"
#include "core/measure/rank_score.h"

namespace horo {

Result<LinkPrediction> linkPrediction(const Embedding& embedding, const Hierarchy& training,
                                      const Closure& closure, std::span<const HeldOutPair> heldOut,
                                      const ReconstructionOptions& options) {
    if (const auto usable = requireUsable(embedding); !usable) return usable.error();
    const MatchedRows match(embedding, training);
    std::vector<HeldOutPair> pairs(heldOut.begin(), heldOut.end());
    const auto key = [](const HeldOutPair& pair) { return std::tie(pair.child, pair.ancestor); };
    std::sort(pairs.begin(), pairs.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    pairs.erase(std::unique(pairs.begin(), pairs.end(),
                            [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                pairs.end());
    if (pairs.empty())
        return inputError("there is no held-out pair", "hold out a share of the closure first");

    const auto named = [&](const HeldOutPair& pair) {
        return "\"" + training.name(pair.child) + "\", \"" + training.name(pair.ancestor) + "\"";
    };
    // Per child: where its held-out and its training ancestors begin in these lists.
    std::vector<uint32_t> positives, ignored;
    struct Piece {
        uint32_t row;
        size_t firstPositive, firstIgnored;
    };
    std::vector<Piece> pieces;
    size_t implied = 0, unplaced = 0;
    for (size_t i = 0; i < pairs.size();) {
        const Node child = pairs[i].child;
        const Piece piece{match.rowOfNode[child], positives.size(), ignored.size()};
        for (; i < pairs.size() && pairs[i].child == child; ++i) {
            const Node ancestor = pairs[i].ancestor;
            if (ancestor == child)
                return inputError("a held-out pair joins a node with itself: " + named(pairs[i]),
                                  "remove it");
            if (std::ranges::find(training.parents(child), ancestor) != training.parents(child).end())
                return inputError("a held-out pair is an edge of the training hierarchy: " + named(pairs[i]),
                                  "train on what is left after the held-out pairs are taken out");
            if (closure.isAncestor(ancestor, child)) ++implied;
            const uint32_t row = match.rowOfNode[ancestor];
            if (row != MatchedRows::none && piece.row != MatchedRows::none)
                positives.push_back(row);
            else if (options.partial)
                ++unplaced;
            else
                return inputError("a node of a held-out pair has no row in the embedding: " + named(pairs[i]),
                                  "embed all nodes, or score what there is with partial=true");
        }
        if (positives.size() == piece.firstPositive) continue;
        const auto own = std::span(positives).subspan(piece.firstPositive);
        for (const Node ancestor : closure.ancestors(child)) {
            const uint32_t row = match.rowOfNode[ancestor];
            if (row != MatchedRows::none && std::ranges::find(own, row) == own.end()) ignored.push_back(row);
        }
        pieces.push_back(piece);
    }
    if (pieces.empty())
        return inputError("no held-out pair has its rows in the embedding", "check the names");
    std::vector<RankQuery> queries;
    for (size_t i = 0; i < pieces.size(); ++i) {
        const bool last = i + 1 == pieces.size();
        const size_t endPositive = last ? positives.size() : pieces[i + 1].firstPositive;
        const size_t endIgnored = last ? ignored.size() : pieces[i + 1].firstIgnored;
        queries.push_back(
            {pieces[i].row,
             std::span(positives).subspan(pieces[i].firstPositive, endPositive - pieces[i].firstPositive),
             std::span(ignored).subspan(pieces[i].firstIgnored, endIgnored - pieces[i].firstIgnored)});
    }
    const RankTable table = rankTable(embedding, match);
    const auto ranks = rankScore(table, std::move(queries), options);
    if (!ranks) return ranks.error();
    LinkPrediction score{*ranks, implied, unplaced};
    score.missing = match.missing;
    score.strangers = match.strangers;
    return score;
}

}  // namespace horo
