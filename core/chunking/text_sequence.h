// What all chunkers of texts share: symbols to cut between, and what a cut costs.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/data/segmentation.h"
#include "core/method/method.h"

namespace horo {

/// A text as a row of symbols: its bytes, or its characters (Unicode code points).
class HOROCYCLE_EXPORT TextSequence {
public:
    /// Error: an empty text; characters of a text that is not UTF-8 (the byte named).
    static Result<TextSequence> create(std::shared_ptr<const Text> text, SequenceUnit unit);
    /// The input `text` by the parameter `unit`.
    static Result<TextSequence> create(const Inputs& inputs, const Parameters& parameters);

    SequenceUnit unit() const { return unit_; }
    size_t size() const { return unit_ == SequenceUnit::Byte ? text_->bytes.size() : ends_.size(); }
    std::string_view symbol(size_t i) const { return slice(i, i + 1); }
    /// The bytes of symbols begin to end, without end.
    std::string_view slice(size_t begin, size_t end) const;

private:
    TextSequence(std::shared_ptr<const Text> text, SequenceUnit unit) : text_(std::move(text)), unit_(unit) {}
    std::shared_ptr<const Text> text_;
    SequenceUnit unit_;
    std::vector<uint64_t> ends_;  ///< in bytes, of each character; empty for bytes
};

/// The input and the parameter that a chunker of texts declares, and its output.
HOROCYCLE_EXPORT Port textPort();
HOROCYCLE_EXPORT Parameter unitParameter();
HOROCYCLE_EXPORT Port segmentationPort();

/// The outcome of a chunker that found one level. `ends` = where each unit ends, ascending, the last =
/// size(). Scores: `units`; `bits` = sum over units of -log2 of the unit's share of the units;
/// `bits_with_inventory` = bits
/// + each different unit spelled once by the symbols' shares of the text; `inventory` = different units.
HOROCYCLE_EXPORT Result<Outcome> chunkOutcome(const TextSequence& sequence, std::vector<uint64_t> ends,
                                              Context& context);

}  // namespace horo
