#include "core/measure/depth_norm.h"

#include "core/measure/correlation.h"
#include "core/measure/matched_rows.h"

namespace horo {

Result<DepthNorm> depthNorm(const Embedding& embedding, const Hierarchy& hierarchy) {
    if (const auto usable = requireUsable(embedding); !usable) return usable.error();
    const MatchedRows match(embedding, hierarchy);
    if (match.nodes.size() < 2)
        return inputError("fewer than two nodes have a row in the embedding",
                          "check that both name the same things");
    std::vector<double> radii, ranks, depths;
    for (size_t i = 0; i < match.nodes.size(); ++i) {
        const double down = hierarchy.height(match.nodes[i]), up = hierarchy.depth(match.nodes[i]);
        radii.push_back(embedding.radius(match.sourceRows[i]));
        ranks.push_back(up + down > 0 ? up / (up + down) : 0);
        depths.push_back(up);
    }
    return DepthNorm{spearman(radii, ranks), spearman(radii, depths), pearson(radii, depths), radii.size()};
}

}  // namespace horo
