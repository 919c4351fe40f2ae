// What all projections have in common: inputs, dimension, the picture as an embedding, its scores.
#pragma once

#include "core/method/method.h"

namespace horo {

/// A declaration with the input `embedding`, the output `embedding` and the parameters `dim` and `score`;
/// what is the method's own is added to it.
Declaration projectionDeclaration(std::string id, std::string title, std::string summary,
                                  std::string citation);

/// The input, whose rows are usable. Error otherwise.
Result<std::shared_ptr<const Embedding>> projectionSource(const Inputs& inputs);

/// The coordinates (rows x dim, row by row) of the rows of `source`, with their items and labels. Of a source
/// in double precision it is, too.
std::shared_ptr<const Embedding> projectionOf(const Embedding& source, std::vector<double> coordinates,
                                              size_t dim, const Manifold& manifold = Manifold::euclidean());
std::shared_ptr<const Embedding> projectionOf(const Embedding& source, std::vector<float> coordinates,
                                              size_t dim, const Manifold& manifold = Manifold::euclidean());

/// Ends a run: the picture is the output; its scores are added where they are asked for and nobody stopped.
Result<Outcome> finishProjection(std::shared_ptr<const Embedding> picture, const Embedding& source,
                                 Report report, bool partial, const Parameters& parameters, Context& context);

}  // namespace horo
