// Units that are learned from how often they stand beside each other: chunks, and chunks with a variable in
// them.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <vector>

#include "core/data/segmentation.h"

namespace horo {

/// Which neighbours are made one.
struct LearningRules {
    uint64_t leastCount = 7;    ///< places where they must stand together
    double significance = .05;  ///< of the 2 x 2 chi-square test (a or not, then b or not), above chance only
    int degreesOfFreedom = 1;   ///< of that test; the code published with HCM takes 2
    double growth = .1;         ///< new chunks a pass, as a share of the units in use; at least 16
    uint64_t mostMembers = 49;  ///< of a variable; the least are 2
};

/// The parts of a unit: symbols below the number of different ones; that number + v = a slot for variable v.
using UnitPattern = std::vector<uint32_t>;

struct HOROCYCLE_EXPORT LearnedUnits {
    std::vector<UnitPattern> patterns;                    ///< by unit; all are different
    Segmentation::Level parse;                            ///< labels = units
    std::vector<std::map<uint32_t, uint64_t>> variables;  ///< of each, how often which unit fills it
    bool stopped = false;                                 ///< the listener said no; what there is holds

    uint64_t inUse() const;  ///< different units in the parse
    /// Sum over units of -log2 of the unit's share of the parse, and over all slots of -log2 of the member's
    /// share of its variable's uses.
    double bits() const;
};

/// n log2 n, 0 for nothing: counts cost length log length - sum of count log count bits.
double timesLog(double n);

/// What there is after each pass, numbered from 0. False: stop.
using LearningListener = std::function<bool(size_t pass, const LearnedUnits&)>;

/// Hierarchical chunking (Wu, Elteto, Dasgupta & Schulz 2022): parses the symbols (below `different`) from
/// left to right, each time by the longest chunk that fits; neighbours that stand together significantly
/// often become chunks, the best first by length / (mean length x -ln share of the pairs); and again, as long
/// as the bits fall.
HOROCYCLE_EXPORT LearnedUnits learnChunks(std::span<const uint32_t> symbols, uint32_t different,
                                          const LearningRules& rules, const LearningListener& listener);

/// Chunks with variables (Wu, Thalmann & Schulz 2025). After each pass of learnChunks its parse is rewritten:
/// what stands between the same two units becomes the members of a variable, the three one unit, and
/// neighbours are made one as before; nothing is kept that does not lower the bits. Of all these parses the
/// one with the fewest bits is taken that has no more units than learnChunks ends with, so that both numbers
/// are never worse than there.
HOROCYCLE_EXPORT LearnedUnits learnVariables(std::span<const uint32_t> symbols, uint32_t different,
                                             const LearningRules& rules, const LearningListener& listener);

/// Two neighbours that may become one.
struct LikelyPair {
    uint32_t left = 0, right = 0;
    uint64_t count = 0;
    double rank = 0;  ///< higher is better
};

/// The pairs of a parse that pass the rules, best first. `lengths` = mean symbols of each unit.
HOROCYCLE_EXPORT std::vector<LikelyPair> likelyPairs(std::span<const uint32_t> units,
                                                     std::span<const double> lengths,
                                                     const LearningRules& rules);

}  // namespace horo
