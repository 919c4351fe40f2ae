// Tiny data of every kind, to try methods on.
#pragma once

#include "core/data/workspace.h"

namespace horo {

/// A taxonomy of eleven animals, rows in the Poincare disk named like its nodes, a text of two lines, its
/// words, pairs of names.
HOROCYCLE_EXPORT Payload samplePayload(Kind kind);
/// Of the same kinds, but without any content: a hierarchy of one node, no rows, no bytes.
HOROCYCLE_EXPORT Payload emptyPayload(Kind kind);
/// The sample of embeddings with a NaN in its second row.
HOROCYCLE_EXPORT Payload brokenEmbedding();

}  // namespace horo
