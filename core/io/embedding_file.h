// Embeddings as .npz: vectors, ids, meta and optionally y.
#pragma once

#include <map>
#include <string>

#include "core/data/embedding.h"

namespace horo {

/// The members of an .npz by name with their `.npy` ending -> bytes.
HOROCYCLE_EXPORT std::map<std::string, std::string> embeddingMembers(const Embedding& embedding);
/// Error: no `vectors`, wrong shapes, an unknown manifold. `space` names rows that have no ids.
HOROCYCLE_EXPORT Result<Embedding> embeddingFromMembers(const std::map<std::string, std::string>& members,
                                                        const std::string& place, const std::string& space);

}  // namespace horo
