// A text as what all chunkers see: a row of symbols to cut between.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/segmentation.h"
#include "core/method/method.h"

namespace horo {

/// Symbols as numbers: symbol i is the ranks[i]-th of the `different` ones, in the order of their bytes (for
/// characters that of their code points).
struct SymbolRanks {
    std::vector<uint32_t> ranks;
    uint32_t different = 0;
};

/// A row of symbols: the bytes of a text, its characters (Unicode code points), or tokens.
class HOROCYCLE_EXPORT TextSequence {
public:
    /// Error: an empty text; characters of a text that is not UTF-8 (the byte named).
    static Result<TextSequence> create(std::shared_ptr<const Text> text, SequenceUnit unit);
    /// The input `text` by the parameter `unit`.
    static Result<TextSequence> create(const Inputs& inputs, const Parameters& parameters);
    /// Tokens with these texts; `between` stands between two of them where several are one unit. Error: none.
    static Result<TextSequence> ofTokens(const std::vector<std::string>& tokens, std::string_view between);

    SequenceUnit unit() const { return unit_; }
    size_t size() const { return unit_ == SequenceUnit::Byte ? text_->bytes.size() : ends_.size(); }
    std::string_view symbol(size_t i) const { return slice(i, i + 1); }
    /// The bytes of symbols begin to end, without end; begin < end.
    std::string_view slice(size_t begin, size_t end) const;

    /// Error: 2^31 symbols or more, which would take more memory than they are worth.
    Result<SymbolRanks> ranks() const;
    /// The bytes of each different symbol, by rank.
    std::vector<std::string> symbolTexts(const SymbolRanks& symbols) const;

private:
    TextSequence(std::shared_ptr<const Text> text, SequenceUnit unit) : text_(std::move(text)), unit_(unit) {}
    std::shared_ptr<const Text> text_;
    SequenceUnit unit_;
    std::vector<uint64_t> ends_;  ///< in bytes, of each character or token; empty for bytes
    size_t between_ = 0;          ///< bytes between two tokens
};

/// Whether a symbol is ASCII white space.
HOROCYCLE_EXPORT bool isSpace(std::string_view symbol);

/// The input and the parameter that a chunker of texts declares, and its output.
HOROCYCLE_EXPORT Port textPort();
HOROCYCLE_EXPORT Parameter unitParameter();
HOROCYCLE_EXPORT Port segmentationPort();

/// What a chunker of `text` will cost, by the bytes a second that it goes through and the bytes of memory
/// that it takes for each.
HOROCYCLE_EXPORT Estimate textEstimate(const Inputs& inputs, double bytesPerSecond, double memoryPerByte);

}  // namespace horo
