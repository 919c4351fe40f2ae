// What a decision is worth before the truth is known.
#pragma once

#include "core/classifiers/node_masses.h"

namespace horo {

/// Expected edges between each node and the true class: one pass down the tree. By node.
HOROCYCLE_EXPORT std::vector<double> expectedTreeDistances(const NodeMasses& masses);

/// Expected height of the lowest common ancestor of each node and the true class. By node.
HOROCYCLE_EXPORT std::vector<double> expectedLcaHeights(const NodeMasses& masses);

/// Expected 2 w(lca) / (w(u) + w(y)) of each node u, w = depth (Wu & Palmer 1994) or information (Lin 1998);
/// 1 where u = y. O(nodes x depth x different weights of classes).
class HOROCYCLE_EXPORT ExpectedSimilarity {
public:
    enum class Weight { Depth, Information };
    ExpectedSimilarity(const ClassTree& tree, const std::vector<Node>& classes, Weight weight);
    std::vector<double> of(const NodeMasses& masses) const;

private:
    const ClassTree& tree_;
    std::vector<double> weight_;     ///< by node
    std::vector<double> levels_;     ///< different weights of classes, ascending
    std::vector<uint32_t> levelOf_;  ///< by column
};

/// F-beta of sets of nodes against the ancestors of the true class.
class HOROCYCLE_EXPORT ExpectedOverlap {
public:
    /// `root`: whether sets and ancestors hold the root.
    ExpectedOverlap(const ClassTree& tree, const std::vector<Node>& classes, double beta, bool root);

    double of(const NodeMasses& masses, const std::vector<Node>& set) const;
    /// The best of all sets of nodes (Plaud et al. 2025), ascending: for each size k the k nodes that add
    /// most. Of equal sets the one closed upwards, then the smaller. Never empty unless the tree is one node.
    std::vector<Node> best(const NodeMasses& masses) const;

private:
    /// Mass below each node by the size of the class's ancestor set.
    std::vector<double> massesBySize(const NodeMasses& masses) const;

    const ClassTree& tree_;
    double square_;
    bool root_;
    size_t sizes_;  ///< largest ancestor set + 1
};

}  // namespace horo
