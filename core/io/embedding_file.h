// Embeddings as .npz: vectors, ids, meta and optionally y, extended and what is said about the rows.
#pragma once

#include <map>
#include <span>
#include <string>

#include "core/data/embedding.h"
#include "core/io/embedding_draft.h"

namespace horo {

/// The members of an .npz by name with their `.npy` ending -> bytes.
HOROCYCLE_EXPORT std::map<std::string, std::string> embeddingMembers(const Embedding& embedding);
/// `vectors` and what belongs to them; further arrays with one entry a row are columns beside them. Error: no
/// `vectors`, wrong shapes, an unknown manifold.
HOROCYCLE_EXPORT Result<EmbeddingDraft> draftFromMembers(std::map<std::string, std::string> members,
                                                         const std::string& place,
                                                         const std::string& vectors = "vectors");
/// The same as an embedding. `space` names rows that have no ids. Error: an id that stands twice.
HOROCYCLE_EXPORT Result<Embedding> embeddingFromMembers(std::map<std::string, std::string> members,
                                                        const std::string& place, const std::string& space);

/// Gives the embedding its extended rows, n x d decimal texts row by row. Error: as `extendedFromTexts`, or
/// the manifold is not the Poincare ball of curvature -1.
HOROCYCLE_EXPORT Result<void> setExtended(Embedding& embedding, std::span<const std::string> texts,
                                          const std::string& place);

}  // namespace horo
