// Text to tokens, as tokenizer.json says.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace horo {

struct Tokens {
    std::vector<int32_t> ids;
    std::vector<std::string> texts;                      ///< in the vocabulary's spelling
    std::vector<std::pair<uint64_t, uint64_t>> offsets;  ///< bytes of the text; 0 0 = added around it

    size_t size() const { return ids.size(); }
};

/// What Hugging Face `tokenizers` gives for the same file without its truncation and padding.
class HOROCYCLE_EXPORT Tokenizer {
public:
    virtual ~Tokenizer();
    /// Valid UTF-8 expected; other bytes count as U+FFFD.
    virtual Tokens tokenize(std::string_view text) const = 0;
    virtual size_t vocabularySize() const = 0;
    virtual std::string_view token(int32_t id) const = 0;  ///< empty = no such id
    /// -1 = no such token.
    virtual int32_t id(std::string_view token) const = 0;
};

/// Error: no tokenizer.json, damaged, or a part that is not known (named).
HOROCYCLE_EXPORT Result<std::shared_ptr<const Tokenizer>> parseTokenizer(std::string_view json,
                                                                         const std::string& place);
/// tokenizer.json of a model's folder; where it has none, vocab.txt (WordPiece) with tokenizer_config.json,
/// or vocab.json with merges.txt. Error: none of them.
HOROCYCLE_EXPORT Result<std::shared_ptr<const Tokenizer>> tokenizerOfFolder(const std::string& folder);

}  // namespace horo
