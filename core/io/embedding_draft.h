// What a reader understood of a file of vectors before it is an embedding.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/data/embedding.h"
#include "core/data/workspace.h"
#include "core/io/reading_choice.h"

namespace horo {

/// Readers fill vectors and what stands beside them; which column is what comes from the source's options
/// (takeRoles), and what is wrong with rows is seen to when the embedding is made (openDraft).
struct EmbeddingDraft {
    Embedding embedding;             ///< all but its items and `about`
    std::vector<std::string> names;  ///< of the rows; empty = a column is the id, or they are numbered
    Table about;                     ///< columns beside the vectors, one entry a row
    std::string idColumn;            ///< the column of `about` that is the id unless ?id= says otherwise
    std::string idReason;            ///< and why
    std::string labelColumn;         ///< likewise
    std::vector<std::string> columnNames;  ///< of the vectors; empty = numbered from 0
    std::vector<uint32_t> lines;           ///< of the rows in the file, from 1; empty = it has no lines
    bool isWhole = true;                   ///< false: only the beginning was read
    size_t rowsInFile = 0;                 ///< where the file says it
    bool saysManifold = false;             ///< the file does
    std::vector<ReadingChoice> choices;
    std::vector<std::string> warnings;
    nlohmann::json details = nlohmann::json::object();
    Origin origin;
    std::string title;  ///< for the workspace; empty = that of the source
    /// Why there are no vectors yet: one of several arrays must be chosen.
    std::optional<Error> undecided;
};

/// Gives columns of `about` their roles: ?id=, ?label=, ?text= and ?image= name columns, or "none". Those
/// that become ids and labels leave `about`. Error: there is no such column.
HOROCYCLE_EXPORT Result<void> takeRoles(const Source& source, EmbeddingDraft& draft);

}  // namespace horo
