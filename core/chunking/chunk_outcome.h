// What a chunker found, as a segmentation with its scores. All that a chunker does besides finding cuts is
// here.
#pragma once

#include <vector>

#include "core/chunking/text_sequence.h"

namespace horo {

/// Spans that a chunker makes in all its levels together, at most: .4 GB.
inline constexpr uint64_t mostSpans = uint64_t{1} << 25;

/// Scores of one level. `units`; `bits` = sum over units of -log2 of the unit's share of the units;
/// `bits_with_inventory` = bits + each different unit spelled once by the symbols' shares of the sequence;
/// `inventory` = different units. Units with the same text are the same.
///
/// `ends` = where each unit ends, ascending, the last = size().
HOROCYCLE_EXPORT Result<Outcome> chunkOutcome(const TextSequence& sequence, std::vector<uint64_t> ends,
                                              Context& context);

/// Several levels, finest first, with the scores of level `scored`. The labels of a level are the chunker's
/// own numbers of its units, the same in all levels, where it has any: units of equal number have equal
/// texts.
HOROCYCLE_EXPORT Result<Outcome> chunkOutcome(const TextSequence& sequence,
                                              std::vector<Segmentation::Level> levels, size_t scored,
                                              Context& context);

/// The four scores with their conventions. `spelling` = bits to spell each different unit once.
HOROCYCLE_EXPORT void addChunkScores(Report& report, uint64_t units, double bits, double spelling,
                                     uint64_t inventory);

/// -log2 of each symbol's share of the sequence, by rank.
HOROCYCLE_EXPORT std::vector<double> symbolBits(const SymbolRanks& symbols);

}  // namespace horo
