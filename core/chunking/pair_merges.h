// Byte pair encoding: the most frequent pair becomes one token, again and again.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "core/data/segmentation.h"

namespace horo {

/// One merge. Tokens below the number of symbols are symbols, the others merges in their order.
struct PairMerge {
    uint32_t left = 0, right = 0;
    uint64_t count = 0;  ///< places where the two stood beside each other, overlapping ones included
    bool operator==(const PairMerge&) const = default;
};

struct PairMerges {
    std::vector<PairMerge> merges;
    Segmentation::Level tokens;  ///< labels = numbers of tokens
    bool stopped = false;        ///< `keepGoing` said no; what was merged until then holds
};

/// Learns up to `most` merges from a row of symbols below `different`, without cutting it into words first
/// (Sennrich, Haddow & Birch 2016). Of pairs equally frequent the one with the smaller left, then right token
/// is taken; a pair that overlaps itself is merged from left to right; a pair that stands there once is not
/// merged. `keepGoing` is told the merges and the tokens that there are. Time and memory are about linear in
/// the symbols.
HOROCYCLE_EXPORT PairMerges learnMerges(std::span<const uint32_t> symbols, uint32_t different, size_t most,
                                        const std::function<bool(size_t merges, size_t tokens)>& keepGoing);

}  // namespace horo
