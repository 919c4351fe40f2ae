// What all readers of vectors share: first a draft, then the embedding.
#pragma once

#include "core/io/embedding_draft.h"
#include "core/io/reader.h"

namespace horo {

/// Every file of vectors takes the options ?id= ?label= ?text= ?image= (columns beside the vectors),
/// ?manifold= and ?curvature=, ?non_finite=drop, ?duplicates=first and ?hierarchy=SOURCE.
class HOROCYCLE_EXPORT EmbeddingReader : public Reader {
public:
    std::vector<Kind> kinds() const override { return {Kind::Embedding}; }
    Result<Opened> read(const Source& source, Kind wanted) const override;

    /// Reads about the first `limit` bytes where a beginning can be read (EmbeddingDraft::isWhole), and gives
    /// columns their roles.
    Result<EmbeddingDraft> draft(const Source& source, uint64_t limit) const;

protected:
    virtual Result<EmbeddingDraft> understand(const Source& source, uint64_t limit) const = 0;
};

/// The embedding of a draft. Rows that are not finite stay, with a warning, unless ?non_finite=drop. Error:
/// no row, a name that stands twice (with its lines) unless ?duplicates=first, an unknown manifold.
HOROCYCLE_EXPORT Result<Opened> openDraft(const Source& source, EmbeddingDraft draft);

/// Choices of one array out of several: the array that `key` names, else the only one that is a table of
/// numbers. `shapes` tells what each is, such as "1000 x 50 float32". Fills `choices`; where nothing decides,
/// `undecided` and an empty name. Error: there is none, or none of that name.
HOROCYCLE_EXPORT Result<std::string> chooseArray(
    const Source& source, const std::string& key,
    const std::vector<std::pair<std::string, std::string>>& namesAndShapes, EmbeddingDraft& draft);

}  // namespace horo
