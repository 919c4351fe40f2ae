// A csv or tsv of numbers and texts, as columns.
#pragma once

#include "core/io/embedding_draft.h"

namespace horo {

/// Reads a csv or tsv: numeric columns become the vectors, in float64, the others `about`. What a column is
/// shows in its first rows; later ones must fit. Options: ?separator= tab, comma, semicolon, space ·
/// ?header=yes|no · ?columns=a,b or a..b, names or numbers from 1. A column `id`, a first one of text or
/// without a name is the ids. Error: a line with another count of fields, a text in a column of numbers.
HOROCYCLE_EXPORT Result<EmbeddingDraft> readVectorTable(const Source& source, uint64_t limit);

/// A file of names or columns that belongs to rows which stand elsewhere: the projector's metadata. A single
/// column has no header.
HOROCYCLE_EXPORT Result<void> addMetadata(const Source& source, const std::string& file,
                                          EmbeddingDraft& draft);

/// Which of `names` the option ?columns= means: "a,b,7..12". Error: one that is not there.
HOROCYCLE_EXPORT Result<std::vector<size_t>> columnsNamed(const std::string& text,
                                                          const std::vector<std::string>& names);

}  // namespace horo
