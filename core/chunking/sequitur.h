// A grammar without repetitions, inferred from a sequence in one go.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/data/segmentation.h"

namespace horo {

/// Rules that spell a sequence. Symbols below `different` are those of the sequence; `different` + r is rule
/// r. Rule 0 is the start and spells the whole; every other one is used at least twice, and no two neighbours
/// stand twice without overlap in all rules.
struct Grammar {
    uint32_t different = 0;
    std::vector<std::vector<uint32_t>> rules;
};

/// Sequitur (Nevill-Manning & Witten 1997), in about linear time. None: `keepGoing` said no, asked with the
/// share that is done.
HOROCYCLE_EXPORT std::optional<Grammar> inferGrammar(std::span<const uint32_t> symbols, uint32_t different,
                                                     const std::function<bool(double share)>& keepGoing);

/// Symbols of the sequence that each rule spells.
HOROCYCLE_EXPORT std::vector<uint64_t> spelledLengths(const Grammar& grammar);

/// The levels of a grammar, finest first: the symbols; then, going down from the start rule's symbols at the
/// top, every rule of a level expanded by one step. Labels = symbols of the grammar.
struct GrammarLevels {
    std::vector<Segmentation::Level> levels;
    size_t leftOut = 0;  ///< levels above the symbols that did not fit
};
/// `symbols` = what the grammar spells. Keeps as many of the upper levels as have, with the symbols, `most`
/// spans in all; the top and the symbols are always there. None: `keepGoing` said no.
HOROCYCLE_EXPORT std::optional<GrammarLevels> grammarLevels(const Grammar& grammar,
                                                            std::span<const uint32_t> symbols, uint64_t most,
                                                            const std::function<bool()>& keepGoing);

}  // namespace horo
