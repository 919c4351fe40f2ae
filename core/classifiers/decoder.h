// From probabilities to labels.
#pragma once

#include <optional>

#include "core/classifiers/expected_score.h"

namespace horo {

enum class DecodingRule {
    AsGiven,
    ArgmaxLeaf,
    TopDown,
    Threshold,
    Plurality,
    Majority,
    ExpectedInformation,
    Hie,
    Crm,
    Optimal
};
enum class DecodingMetric { TreeDistance, WuPalmer, Lin, Overlap };

struct DecodingOptions {
    DecodingRule rule = DecodingRule::ArgmaxLeaf;
    DecodingMetric metric = DecodingMetric::TreeDistance;
    double beta = 1;        ///< of Overlap, > 0
    bool root = false;      ///< whether sets of Overlap hold the root
    double threshold = .5;  ///< of Threshold, 0 to 1
};

/// Decides for nodes, and says what the metric expects of a decision. For one thread. The tree must live on.
/// Rules: Deng et al. 2012 (expected information), Karthik et al. 2021 (crm), Valmadre 2022 (majority),
/// Plaud et al. 2025 (optimal, plurality, hie).
class HOROCYCLE_EXPORT Decoder {
public:
    /// `classes` = the node of each column, a leaf among them.
    Decoder(const ClassTree& tree, std::vector<Node> classes, DecodingOptions options);

    /// The nodes that the rule decides on, ascending: one, or the set that is best for Overlap. As given is
    /// the likeliest leaf. Equal values go to the deeper node, then to the first.
    std::vector<Node> decide(std::span<const double> row);
    /// What the metric expects of these nodes; none of a set where it is about single nodes.
    std::optional<double> expected(std::span<const double> row, const std::vector<Node>& nodes);

private:
    std::vector<double> values() const;  ///< of the metric by node, larger is better
    Node likeliestLeaf() const;
    Node goDown(bool stopsAtDoubt) const;

    const ClassTree& tree_;
    DecodingOptions options_;
    NodeMasses masses_;
    std::optional<ExpectedSimilarity> similarity_;
    ExpectedOverlap overlap_;
};

}  // namespace horo
