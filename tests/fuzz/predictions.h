// What every target of predictions does with what it read.
#pragma once

#include <cmath>

#include "core/classifiers/classifier_scores.h"
#include "tests/fuzz/fuzz.h"

namespace horo {

/// Scores and labels of any file are consistent, or the error explains itself; and they can be scored on a
/// tree.
inline void takePredictions(const Payload& payload) {
    const auto read = Predictions::from(payload);
    if (!read) {
        if (read.error().cause.empty() || read.error().advice.empty()) std::abort();
        return;
    }
    const size_t n = read->ids.size();
    if (read->probabilities && read->probabilities->values.size() != n * read->probabilities->classes.size())
        std::abort();
    for (const auto& level : read->levels)
        if (level.values.size() != n * level.classes.size()) std::abort();
    if (!read->labels.empty() && read->labels.size() != n) std::abort();
    static const ClassTree tree = *ClassTree::create(
        *Hierarchy::create(*Items::create({"r", "m", "a", "b", "c"}), {{0, 1}, {0, 4}, {1, 2}, {1, 3}}));
    const auto classified = Classified::from(*read, tree);
    if (!classified) return;
    for (const auto& column : classifierScores(*classified, classified->labels, tree, {}))
        if (const auto value = column.value(); value && !std::isfinite(*value)) std::abort();
}

inline void takePredictions(const std::string& source) {
    const auto opened = openSource(source, {Kind::Arrays, Kind::Table});
    if (opened) return takePredictions(opened->payload);
    if (opened.error().cause.empty() || opened.error().advice.empty()) std::abort();
}

}  // namespace horo
