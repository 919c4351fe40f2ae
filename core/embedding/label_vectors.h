// Class vectors that say what the hierarchy says of classes, without training.
#pragma once

#include <functional>
#include <optional>

#include "core/data/embedding.h"
#include "core/hierarchy/hierarchy.h"

namespace horo {

/// Largest table of numbers that these functions make.
constexpr size_t labelNumberLimit = 100'000'000;

/// Unit vectors of the n leaves whose dot products are 1 - height(lowest common ancestor) / height(root)
/// (Barz & Denzler 2019): the rows of the Cholesky factor of that matrix, n x n, zero above the diagonal,
/// leaves in the preorder of the spanning tree, where each node stands under its primary parent. A height is
/// the number of edges on the longest way down in that tree. Several roots count as children of one above
/// them. Most entries of a row are those of the row before it, since they depend on the common ancestor
/// alone: n^2 depth operations. Nothing when `keepGoing`, asked before each row, says no. Error: fewer than
/// two leaves, more than 10,000.
HOROCYCLE_EXPORT Result<std::optional<Embedding>> similarityVectors(const Hierarchy& hierarchy,
                                                                    const std::function<bool()>& keepGoing);

/// Rows of 0 and 1 for the leaves, in the order of nodes: 1 in the columns of the leaf itself and of all its
/// ancestors, column v being node v of the hierarchy (Akata et al. 2015, hierarchical label embedding).
/// Error: more numbers than `labelNumberLimit`.
HOROCYCLE_EXPORT Result<std::optional<Embedding>> ancestorVectors(const Hierarchy& hierarchy,
                                                                  const std::function<bool()>& keepGoing);

}  // namespace horo
