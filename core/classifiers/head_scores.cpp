// Whether level heads agree with each other.
#include <unordered_map>

#include "core/classifiers/classifier_scores.h"

namespace horo {

namespace {

/// Place of each column's parent among the columns of the head above, or none.
std::vector<std::optional<size_t>> parentColumns(const NodeScores& head, const NodeScores& above,
                                                 const ClassTree& tree) {
    std::unordered_map<Node, size_t> places;
    for (size_t c = 0; c < above.classes.size(); ++c)
        places.emplace(above.classes[c], c);
    std::vector<std::optional<size_t>> parents;
    for (const Node v : head.classes) {
        const auto found = places.find(tree.tree().parent(v));
        parents.push_back(found == places.end() ? std::nullopt : std::optional(found->second));
    }
    return parents;
}

}  // namespace

std::vector<ScoreColumn> headScores(const Classified& classified, const ClassTree& tree) {
    std::vector<ScoreColumn> columns(2);
    auto &coherence = columns[0], &consistency = columns[1];
    coherence.key = "coherence";
    coherence.convention = "share of pairs of a sample and an edge where a child scores above its parent";
    consistency.key = "consistency";
    consistency.convention = "share of samples whose level heads form a path";
    if (classified.heads.empty()) {
        for (auto& column : columns)
            column.undefined = "there are no level heads";
        return columns;
    }
    const size_t samples = classified.ids.size();
    coherence.numerators.assign(samples, 0);
    coherence.denominators.assign(samples, 0);
    consistency.numerators.assign(samples, 1);
    consistency.denominators.assign(samples, 1);
    for (size_t h = 1; h < classified.heads.size(); ++h) {
        const NodeScores &head = classified.heads[h], &above = classified.heads[h - 1];
        const auto parents = parentColumns(head, above, tree);
        for (size_t i = 0; i < samples; ++i) {
            const auto scores = head.row(i), higher = above.row(i);
            for (size_t c = 0; c < parents.size(); ++c) {
                if (!parents[c]) continue;
                coherence.numerators[i] += scores[c] > higher[*parents[c]] ? 1 : 0;
                coherence.denominators[i] += 1;
            }
            const auto any = [](Node) { return true; };
            const Node fine = head.likeliest(i, any), coarse = above.likeliest(i, any);
            // A class that ends above this level stands for itself.
            if (fine != coarse && tree.tree().parent(fine) != coarse) consistency.numerators[i] = 0;
        }
    }
    return columns;
}

}  // namespace horo
