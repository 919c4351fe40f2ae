// Precision, recall and F of ancestor sets (Kiritchenko et al. 2006).
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/classifiers/classifier_scores.h"

namespace horo {

namespace {

using Nodes = std::vector<Node>;

/// What counts as one label, ascending.
Nodes setOf(const Nodes& nodes, const ClassTree& tree, bool closure, bool root) {
    Nodes set;
    for (const Node v : nodes)
        if (closure) {
            const auto path = tree.ancestors(v, root);
            set.insert(set.end(), path.begin(), path.end());
        } else if (root || v != tree.root()) {
            set.push_back(v);
        }
    std::ranges::sort(set);
    set.erase(std::unique(set.begin(), set.end()), set.end());
    return set;
}

Nodes headNodes(const Classified& classified, size_t sample) {
    Nodes nodes;
    for (const auto& head : classified.heads)
        nodes.push_back(head.likeliest(sample, [](Node) { return true; }));
    return nodes;
}

double common(const Nodes& a, const Nodes& b) {
    Nodes both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    return static_cast<double>(both.size());
}

std::string words(const ScoreOptions& options) {
    const char* average = options.average == Average::Micro ? "counts pooled over samples"
                          : options.average == Average::Sample
                              ? "mean over samples"
                              : "mean within each true class, then over classes";
    return fmt::format("{}; root {}counted; {}", average, options.root ? "" : "not ",
                       options.closure ? "labels closed upwards" : "labels as they are");
}

}  // namespace

std::vector<ScoreColumn> overlapScores(const Classified& classified, const Labels& truth,
                                       const ClassTree& tree, const ScoreOptions& options) {
    const double square = options.beta * options.beta;
    std::vector<ScoreColumn> columns(3);
    columns[0].key = "hp", columns[1].key = "hr", columns[2].key = "hf";
    columns[0].convention = "nodes of the prediction that the truth has; " + words(options);
    columns[1].convention = "nodes of the truth that the prediction has; " + words(options);
    columns[2].convention = fmt::format("F of these with beta = {}; {}", options.beta, words(options));
    std::map<Nodes, uint32_t> classes;
    const bool asSets = classified.labels.areSets || !classified.heads.empty();
    for (size_t i = 0; i < classified.ids.size(); ++i) {
        const Nodes given = classified.heads.empty() ? classified.labels.nodes[i] : headNodes(classified, i);
        const Nodes said = setOf(given, tree, options.closure || !asSets, options.root);
        const Nodes real = setOf(truth.nodes[i], tree, options.closure || !truth.areSets, options.root);
        const double both = common(said, real);
        const double p = static_cast<double>(said.size()), r = static_cast<double>(real.size());
        const std::array<std::pair<double, double>, 3> parts{
            {{both, p}, {both, r}, {(1 + square) * both, p + square * r}}};
        const auto group = classes.emplace(truth.nodes[i], static_cast<uint32_t>(classes.size())).first;
        for (size_t k = 0; k < 3; ++k) {
            const auto [up, down] = parts[k];
            const bool pooled = options.average == Average::Micro;
            columns[k].numerators.push_back(pooled ? up : down > 0 ? up / down : 0);
            columns[k].denominators.push_back(pooled ? down : 1);
            if (options.average == Average::Class) columns[k].groups.push_back(group->second);
        }
    }
    for (auto& column : columns) {
        column.zeroOverZero = true;
        if (options.average == Average::Class) column.combine = ScoreColumn::Combine::MeanOfGroups;
    }
    return columns;
}

}  // namespace horo
