#include "core/classifiers/classified.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace horo {

namespace {

Result<NodeScores> nodeScores(const ClassScores& scores, const ClassTree& tree, ClassNames& names,
                              std::vector<std::string>* warnings) {
    auto columns = ClassColumns::match(scores.classes, tree, names);
    if (!columns) return columns.error();
    if (warnings) *warnings = columns->warnings(tree);
    return NodeScores{std::move(columns->nodes), scores.values};
}

bool addUpToOne(const NodeScores& scores) {
    for (size_t i = 0; i < scores.samples(); ++i) {
        const auto row = scores.row(i);
        if (std::ranges::any_of(row, [](double p) { return p < 0; }) ||
            std::abs(std::accumulate(row.begin(), row.end(), 0.0) - 1) > missedSum)
            return false;
    }
    return true;
}

Result<Labels> labelsOf(const std::vector<std::string>& texts, ClassNames& names) {
    Labels labels;
    for (const auto& text : texts) {
        auto nodes = names.findSet(text);
        if (!nodes) return nodes.error();
        labels.areSets = labels.areSets || nodes->size() > 1;
        labels.nodes.push_back(std::move(*nodes));
    }
    return labels;
}

}  // namespace

Result<Classified> Classified::from(const Predictions& predictions, const ClassTree& tree) {
    ClassNames names(tree);
    Classified out;
    out.ids = predictions.ids;
    if (predictions.probabilities) {
        auto scores = nodeScores(*predictions.probabilities, tree, names, &out.warnings);
        if (!scores) return scores.error();
        if (std::ranges::none_of(scores->classes, [&](Node v) { return tree.isLeaf(v); }))
            return inputError("no class is a leaf of the hierarchy", "give scores of its leaves");
        for (size_t i = 0; i < out.ids.size(); ++i)
            out.labels.nodes.push_back({scores->likeliest(i, [&](Node v) { return tree.isLeaf(v); })});
        out.probabilities = std::move(*scores);
        return out;
    }
    for (const auto& level : predictions.levels) {
        auto scores = nodeScores(level, tree, names, nullptr);
        if (!scores) return scores.error();
        out.heads.push_back(std::move(*scores));
    }
    if (!out.heads.empty()) {
        const NodeScores& finest = out.heads.back();
        for (size_t i = 0; i < out.ids.size(); ++i)
            out.labels.nodes.push_back({finest.likeliest(i, [](Node) { return true; })});
        if (addUpToOne(finest)) out.probabilities = finest;
        return out;
    }
    if (predictions.labels.empty())
        return inputError("has true labels and no predictions", "give the file of a classifier");
    auto labels = labelsOf(predictions.labels, names);
    if (!labels) return labels.error();
    out.labels = std::move(*labels);
    return out;
}

Result<std::vector<size_t>> matchedSamples(const std::vector<std::string>& a,
                                           const std::vector<std::string>& b) {
    std::unordered_map<std::string_view, size_t> rows;
    for (size_t i = 0; i < b.size(); ++i)
        rows.emplace(b[i], i);
    std::vector<size_t> matched;
    for (const auto& id : a) {
        const auto found = rows.find(id);
        if (found == rows.end())
            return inputError(fmt::format("the sample '{}' has a prediction and no partner", id),
                              "give all files the same ids");
        matched.push_back(found->second);
        rows.erase(found);
    }
    if (rows.empty()) return matched;
    const auto left = std::ranges::find_if(b, [&](const auto& id) { return rows.contains(id); });
    return inputError(fmt::format("the sample '{}' has no prediction", *left), "give all files the same ids");
}

Result<Labels> labelsFor(const std::vector<std::string>& ids, const Predictions& truth,
                         const ClassTree& tree) {
    const auto& texts = truth.labels.empty() ? truth.truth : truth.labels;
    if (texts.empty())
        return inputError("the truth has no labels", "write a csv of id,label, or an npz with `y`");
    const auto rows = matchedSamples(ids, truth.ids);
    if (!rows) return rows.error();
    std::vector<std::string> ordered;
    for (const size_t row : *rows)
        ordered.push_back(texts[row]);
    ClassNames names(tree);
    return labelsOf(ordered, names);
}

}  // namespace horo
