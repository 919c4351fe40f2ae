// How well classes of rows sit in the tree that their distances imply.
#pragma once

#include <optional>

#include "core/spaces/linkage.h"

namespace horo {

/// Mean over pairs of different rows of one class of the share of that class among the rows below their
/// lowest common ancestor (Heller & Ghahramani 2005; Kobren et al. 2017), exactly, in O(n log n). `classes`
/// has a number for each row. None where no class has two rows.
HOROCYCLE_EXPORT std::optional<double> dendrogramPurity(const Dendrogram& tree,
                                                        std::span<const uint32_t> classes);

struct ClusterScores {
    /// Pearson's correlation over pairs of rows of their distance and the height at which the tree joins them
    /// (Sokal & Rohlf 1962). None where all heights are equal.
    std::optional<double> cophenetic;
    /// Mean over rows of (b - a) / max(a, b), a the mean distance to the others of the class, b the least
    /// mean distance to another class; 0 for a row alone in its class or where a = b = 0 (Rousseeuw 1987).
    /// None unless there are 2 to n - 1 classes, as in scikit-learn.
    std::optional<double> silhouette;
};

/// Both in one pass over all distances, which are not kept. Error: stopped.
HOROCYCLE_EXPORT Result<ClusterScores> clusterScores(const RowDistances& distances, const Dendrogram& tree,
                                                     std::span<const uint32_t> classes,
                                                     const LinkageOptions& options = {});

}  // namespace horo
