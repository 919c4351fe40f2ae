// Samples with the nodes that a classifier decided on, ready to be scored or decoded.
#pragma once

#include <span>

#include "core/classifiers/class_names.h"
#include "core/classifiers/predictions.h"

namespace horo {

/// n samples x classes scores whose columns are nodes.
struct HOROCYCLE_EXPORT NodeScores {
    std::vector<Node> classes;
    std::vector<double> values;

    size_t samples() const { return values.size() / classes.size(); }
    std::span<const double> row(size_t sample) const {
        return {values.data() + sample * classes.size(), classes.size()};
    }
    /// The first class of greatest score; `allowed` leaves classes out.
    template <class Allowed>
    Node likeliest(size_t sample, Allowed allowed) const {
        const auto scores = row(sample);
        size_t best = classes.size();
        for (size_t c = 0; c < classes.size(); ++c)
            if (allowed(classes[c]) && (best == classes.size() || scores[c] > scores[best])) best = c;
        return classes[best];
    }
};

/// Nodes of each sample, ascending; one, or sets of any size.
struct Labels {
    std::vector<std::vector<Node>> nodes;
    bool areSets = false;  ///< whether any sample has several
};

struct HOROCYCLE_EXPORT Classified {
    std::vector<std::string> ids;
    Labels labels;                            ///< probabilities decide for the likeliest leaf
    std::optional<NodeScores> probabilities;  ///< those of the finest head where its rows add up to 1
    std::vector<NodeScores> heads;            ///< level heads, coarse first; head h stands at level h + 1
    std::vector<std::string> warnings;

    /// Error: a class or label that is no node, or several; no class is a leaf.
    static Result<Classified> from(const Predictions& predictions, const ClassTree& tree);
};

/// Labels of `ids`, in their order: the labels of a file, or else its `y`. Errors: it has none; an id without
/// a partner in either; a label that is no node, or several.
HOROCYCLE_EXPORT Result<Labels> labelsFor(const std::vector<std::string>& ids, const Predictions& truth,
                                          const ClassTree& tree);

/// Rows of `b` in the order of `a`. Error: an id that only one of them has.
HOROCYCLE_EXPORT Result<std::vector<size_t>> matchedSamples(const std::vector<std::string>& a,
                                                            const std::vector<std::string>& b);

}  // namespace horo
