// What a file of vectors holds, for a page that a person looks at before taking it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/io/embedding_draft.h"

namespace horo {

struct EmbeddingOutline {
    static constexpr size_t shownRows = 20, shownNumbers = 6, shownTexts = 6;

    size_t rows = 0;  ///< of the file where it says so, else those that were read
    size_t columns = 0;
    bool isDouble = false;
    size_t nonFinite = 0;    ///< rows, among those that were read
    size_t repeatedIds = 0;  ///< likewise
    size_t differentLabels = 0;
    bool isNamed = false;  ///< the file gives its rows ids
    /// Of `firstRows`: "id", "label", other columns, the first numbers by their names, "...".
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> firstRows;
    size_t firstNumber = 0;  ///< of `header`: before it stand texts
};

/// Of a draft whose roles are taken; nothing where there are no vectors yet.
HOROCYCLE_EXPORT std::optional<EmbeddingOutline> outlineOf(const EmbeddingDraft& draft);

}  // namespace horo
