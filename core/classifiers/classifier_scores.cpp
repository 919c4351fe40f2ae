#include "core/classifiers/classifier_scores.h"

#include <fmt/format.h>

#include <functional>

namespace horo {

namespace {

/// Builds columns of single labels, which are not defined where there are sets.
class Columns {
public:
    Columns(const Classified& classified, const Labels& truth)
        : classified_(classified), truth_(truth), areSets_(classified.labels.areSets || truth.areSets) {}

    using PerSample = std::function<double(size_t sample, Node u, Node y)>;

    void mean(std::string key, std::string convention, std::string unit, const PerSample& value) {
        over(std::move(key), std::move(convention), std::move(unit), value,
             [](size_t, Node, Node) { return 1.0; });
    }
    void over(std::string key, std::string convention, std::string unit, const PerSample& up,
              const PerSample& down) {
        ScoreColumn column;
        column.key = std::move(key), column.convention = std::move(convention), column.unit = std::move(unit);
        if (areSets_) column.undefined = "there are sets of labels";
        for (size_t i = 0; i < classified_.ids.size() && !areSets_; ++i) {
            const Node u = classified_.labels.nodes[i].front(), y = truth_.nodes[i].front();
            column.denominators.push_back(down(i, u, y));
            column.numerators.push_back(up(i, u, y));
        }
        all.push_back(std::move(column));
    }
    void add(std::vector<ScoreColumn> more) {
        for (auto& column : more)
            all.push_back(std::move(column));
    }

    std::vector<ScoreColumn> all;

private:
    const Classified& classified_;
    const Labels& truth_;
    bool areSets_;
};

/// All heads right; for sets, the sets equal.
ScoreColumn exactPath(const Classified& classified, const Labels& truth, const ClassTree& tree) {
    ScoreColumn column;
    column.key = "exact_path";
    column.convention = classified.heads.empty() ? "share of samples whose whole path, or set, is right; for "
                                                   "single labels equal to leaf_accuracy"
                                                 : "share of samples for which all level heads are right";
    const auto closed = [&](const std::vector<Node>& nodes) {
        std::vector<bool> in(tree.size(), false);
        for (const Node v : nodes)
            for (const Node a : tree.ancestors(v, true))
                in[a] = true;
        return in;
    };
    for (size_t i = 0; i < classified.ids.size(); ++i) {
        bool right = true;
        if (classified.heads.empty() || truth.areSets)
            right = classified.labels.nodes[i] == truth.nodes[i] ||
                    ((classified.labels.areSets || truth.areSets) &&
                     closed(classified.labels.nodes[i]) == closed(truth.nodes[i]));
        else
            for (size_t h = 0; h < classified.heads.size(); ++h)
                right = right && classified.heads[h].likeliest(i, [](Node) { return true; }) ==
                                     tree.tree().ancestorAt(truth.nodes[i].front(), static_cast<int>(h) + 1);
        column.numerators.push_back(right ? 1 : 0);
        column.denominators.push_back(1);
    }
    return column;
}

}  // namespace

std::vector<ScoreColumn> classifierScores(const Classified& classified, const Labels& truth,
                                          const ClassTree& tree, const ScoreOptions& options) {
    Columns columns(classified, truth);
    const auto equal = [](size_t, Node u, Node y) { return u == y ? 1.0 : 0.0; };
    columns.mean("leaf_accuracy", "share of samples with the right class", "", equal);
    for (int level = 1; level <= tree.tree().maxDepth(); ++level) {
        const size_t head = static_cast<size_t>(level) - 1;
        const bool fromHead = head < classified.heads.size();
        columns.mean(
            fmt::format("accuracy_{}", level),
            fmt::format("share of samples that are right at level {}, by {}; a class above it stands "
                        "for itself",
                        level, fromHead ? "that head" : "the ancestor of the class"),
            "", [&](size_t i, Node u, Node y) {
                const Node said = fromHead ? classified.heads[head].likeliest(i, [](Node) { return true; })
                                           : tree.tree().ancestorAt(u, level);
                return said == tree.tree().ancestorAt(y, level) ? 1.0 : 0.0;
            });
    }
    columns.add(overlapScores(classified, truth, tree, options));
    columns.all.push_back(exactPath(classified, truth, tree));
    columns.mean("tree_distance", "edges between the class and the true one, mean over all samples", "edges",
                 [&](size_t, Node u, Node y) { return tree.distance(u, y); });
    const auto height = [&](size_t, Node u, Node y) { return static_cast<double>(tree.lcaHeight(u, y)); };
    columns.mean("lca_height", "longest way down from the lowest common ancestor, mean over all samples",
                 "edges", height);
    columns.over(
        "mistake_severity", "lca_height over mistakes only", "edges",
        [&](size_t i, Node u, Node y) { return u == y ? 0.0 : height(i, u, y); },
        [](size_t, Node u, Node y) { return u == y ? 0.0 : 1.0; });
    columns.mean(
        "wu_palmer",
        "2 d(lca) / (d(u) + d(y)), d(root) = 0, mean over samples; for single labels equal to hf with "
        "average=sample, root=false",
        "", [&](size_t, Node u, Node y) { return tree.wuPalmer(u, y); });
    columns.mean("lin", "2 I(lca) / (I(u) + I(y)), I = log2(leaves / leaves below), mean over samples", "",
                 [&](size_t, Node u, Node y) { return tree.lin(u, y); });
    columns.add(headScores(classified, tree));
    columns.add(probabilityScores(classified, truth, tree));
    return std::move(columns.all);
}

}  // namespace horo
