// What word2vec as text, as bytes, fastText and GloVe share.
#pragma once

#include <string>
#include <string_view>

#include "core/io/embedding_draft.h"

namespace horo {

/// A word and its numbers a line, with or without a first line "rows columns". A word may hold spaces: the
/// numbers are the last fields. Error: a line with another count of numbers, fewer rows than promised.
HOROCYCLE_EXPORT Result<EmbeddingDraft> readWordVectors(const Source& source, uint64_t limit);

/// ?encoding= of the words: "utf-8" or "latin-1".
Result<std::string> wordEncoding(const Source& source);
/// The word in UTF-8. Error: it is not in that encoding.
Result<std::string> decodedWord(std::string_view word, const std::string& encoding, const std::string& place);

}  // namespace horo
