// What a source was understood as, before it is taken.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/io/embedding_outline.h"
#include "core/io/outline.h"
#include "core/io/reader.h"

namespace horo {

struct Preview {
    std::string source;  ///< as written, with its options
    std::string format;  ///< id of the reader
    Kind kind = Kind::None;
    /// In force, with their alternatives; the first is always the format (`by` = why it was taken for that).
    std::vector<ReadingChoice> choices;
    /// The first rows as they stand in the file with what each became. Not for embeddings.
    std::vector<UnderstoodRow> rows;
    /// Of a hierarchy, also of one that is wrong; none where nothing was understood, or the file is too large
    /// for a format that must be read whole.
    std::optional<Outline> outline;
    /// Of vectors, also of those that cannot be taken as they are; none where nothing was understood, an
    /// array must be chosen first, or the file is too large for a format that must be read whole.
    std::optional<EmbeddingOutline> embedding;
    std::vector<std::string> warnings;
    /// Why the source cannot be taken as it is, with file and line.
    std::optional<Error> error;
    /// False: rows, outlines and warnings speak of the beginning of a file that is larger than the limit.
    bool isWhole = true;
    /// The object, where the whole source was read and nothing is wrong: taking it needs no second reading.
    std::optional<Opened> opened;
};

/// What half a second reads on one core.
constexpr uint64_t previewBytes = uint64_t{8} << 20;

/// Reads at most `limit` bytes of a file (a named source, a folder and standard input are read whole). What
/// is wrong with the content is in Preview::error. Error: there is no such file, or no reader takes it;
/// unknown options.
HOROCYCLE_EXPORT Result<Preview> preview(const std::string& source, const std::vector<Kind>& wanted = {},
                                         uint64_t limit = previewBytes);

/// The source with `key` set to `value` instead of what it says: "a.tsv" -> "a.tsv?order=child-parent".
HOROCYCLE_EXPORT std::string withOption(const Source& source, const std::string& key,
                                        const std::string& value);

}  // namespace horo
