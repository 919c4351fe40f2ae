// What UMAP and t-SNE do before they move anything: neighbors of the rows, and where each row starts.
#pragma once

#include "core/method/context.h"
#include "core/method/method.h"
#include "core/neighbors/neighbors.h"

namespace horo {

struct LayoutStage {
    Neighbors neighbors;
    std::vector<float> start;  ///< rows x dim, centred, standard deviation 1 along the first dimension
    bool warm = false;         ///< the start was given
    std::string how;           ///< of the neighbors, in words
};

/// Adds the optional input `start` and the parameter `components` to a declaration.
void addLayoutPorts(Declaration& declaration);

/// Neighbors under the manifold's own distance; Euclidean rows that are wider than `components` are first
/// drawn in that many principal components, 0 = never. The start is that of the input `start`, rows by id and
/// new rows among their neighbors, else the first principal components. There are at least two rows. Errors:
/// the start has another dimension, is not flat, is not usable or knows none of the rows; stopped.
Result<LayoutStage> layoutStage(const Embedding& source, size_t k, size_t dim, const Inputs& inputs,
                                const Parameters& parameters, Context& context);

}  // namespace horo
