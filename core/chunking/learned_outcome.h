// What the learners of units have in common besides learning: parameters, live curves, the outcome.
#pragma once

#include "core/chunking/learned_units.h"
#include "core/chunking/text_sequence.h"

namespace horo {

/// Parameters of the rules, and the rules that they say.
HOROCYCLE_EXPORT std::vector<Parameter> learningParameters();
HOROCYCLE_EXPORT LearningRules learningRules(const Parameters& parameters);

/// A unit as a person reads it; slots are <X1>, <X2>... `texts` = of the symbols, by rank.
HOROCYCLE_EXPORT std::string unitText(const UnitPattern& pattern, const std::vector<std::string>& texts);

/// The parse as a segmentation of one level, labelled by these texts.
HOROCYCLE_EXPORT std::shared_ptr<const Segmentation> segmentationOf(const LearnedUnits& units,
                                                                    const TextSequence& sequence,
                                                                    const SymbolRanks& symbols);

/// Shows each pass as curves `units`, `bits`, `inventory` and, where somebody looks, as a picture.
HOROCYCLE_EXPORT LearningListener showLearning(const TextSequence& sequence, const SymbolRanks& symbols,
                                               Context& context);

/// The scores of a chunker with the bits of slots in `bits`, and in `bits_with_inventory` each unit in use,
/// and each member of a variable in use, spelled once. What was stopped is partial.
HOROCYCLE_EXPORT Outcome learnedOutcome(const LearnedUnits& units, const TextSequence& sequence,
                                        const SymbolRanks& symbols);

}  // namespace horo
