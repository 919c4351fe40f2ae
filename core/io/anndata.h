// AnnData: cells and what is known of them, in HDF5 (anndata's "On-disk format").
#pragma once

#include "core/io/embedding_draft.h"
#include "core/io/hdf5_file.h"

namespace horo {

HOROCYCLE_EXPORT bool isAnnData(const Hdf5File& file);

/// X, or the array that ?layer= names (`layers/counts` or `counts`, `obsm/X_pca` or `X_pca`, `raw/X`), dense
/// or sparse, at most `rows` rows of dense ones; the columns of `obs` beside it. Error: no such array, a
/// sparse one that would not fit, arrays that do not belong together.
HOROCYCLE_EXPORT Result<EmbeddingDraft> readAnnData(const Source& source, const Hdf5File& file, size_t rows);

}  // namespace horo
