// Scores of probabilities: calibration, likelihood, and how near the likeliest leaves are.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/classifiers/classifier_scores.h"

namespace horo {

namespace {

constexpr size_t bins = 15;
constexpr size_t likeliest = 5;

/// Mean LCA height over the likeliest leaves; leaves without a column come last, in the order of the tree.
double nearness(const NodeScores& scores, size_t sample, Node truth, const ClassTree& tree) {
    const auto row = scores.row(sample);
    std::vector<size_t> order;
    for (size_t c = 0; c < row.size(); ++c)
        if (tree.isLeaf(scores.classes[c])) order.push_back(c);
    const size_t count = std::min(likeliest, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end(),
                      [&](size_t a, size_t b) { return row[a] != row[b] ? row[a] > row[b] : a < b; });
    double sum = 0;
    for (size_t k = 0; k < count; ++k)
        sum += tree.lcaHeight(scores.classes[order[k]], truth);
    return sum / static_cast<double>(count);
}

double massBelow(const NodeScores& scores, size_t sample, Node v, const ClassTree& tree) {
    const auto row = scores.row(sample);
    double sum = 0;
    for (size_t c = 0; c < row.size(); ++c)
        if (tree.tree().isBelow(scores.classes[c], v)) sum += row[c];
    return sum;
}

void fill(std::vector<ScoreColumn>& columns, const Classified& classified, const Labels& truth,
          const ClassTree& tree) {
    const NodeScores& scores = *classified.probabilities;
    auto &hd = columns[0], &ece = columns[1], &nll = columns[2], &brier = columns[3];
    ece.combine = ScoreColumn::Combine::AbsoluteOfGroups;
    for (size_t i = 0; i < classified.ids.size(); ++i) {
        const Node y = truth.nodes[i].front(), u = classified.labels.nodes[i].front();
        const auto row = scores.row(i);
        const auto at = [&](Node v) {
            const auto found = std::ranges::find(scores.classes, v);
            return found == scores.classes.end() ? 0.0
                                                 : row[static_cast<size_t>(found - scores.classes.begin())];
        };
        hd.numerators.push_back(nearness(scores, i, y, tree));
        const double confidence = at(u);
        ece.numerators.push_back(confidence - (u == y ? 1 : 0));
        const double bin = std::ceil(confidence * bins) - 1;
        ece.groups.push_back(static_cast<uint32_t>(std::clamp(bin, 0.0, static_cast<double>(bins - 1))));
        const double mass = massBelow(scores, i, y, tree);
        if (mass <= 0) nll.undefined = "a true class has the probability 0";
        nll.numerators.push_back(mass > 0 ? -std::log(mass) : 0);
        if (!tree.isLeaf(y)) brier.undefined = "a true class is no leaf";
        double squares = std::inner_product(row.begin(), row.end(), row.begin(), 0.0);
        brier.numerators.push_back(squares - 2 * at(y) + 1);
    }
    for (auto& column : columns)
        column.denominators.assign(column.numerators.size(), 1);
}

}  // namespace

std::vector<ScoreColumn> probabilityScores(const Classified& classified, const Labels& truth,
                                           const ClassTree& tree) {
    std::vector<ScoreColumn> columns(4);
    columns[0].key = "hd_5", columns[0].unit = "edges";
    columns[0].convention = "LCA height, mean over the five likeliest leaves and all samples";
    columns[1].key = "ece";
    columns[1].convention = "|confidence - accuracy| of the decided leaf, 15 bins of equal width";
    columns[2].key = "nll", columns[2].unit = "nats";
    columns[2].convention = "-ln of the probability of the true class, mean over samples";
    columns[3].key = "brier";
    columns[3].convention = "squared differences, sum over leaves, mean over samples";
    if (classified.probabilities && !truth.areSets)
        fill(columns, classified, truth, tree);
    else
        for (auto& column : columns)
            column.undefined = truth.areSets ? "the truth has sets of labels" : "there are no probabilities";
    return columns;
}

}  // namespace horo
