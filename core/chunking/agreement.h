// How far two ways to cut one sequence agree.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/base/export.h"

namespace horo {

/// Cuts are inner positions of a sequence of N symbols, ascending: a cut at c parts symbol c - 1 from symbol
/// c, so 0 and N are none. The end of a level's last span is N: leave it out.
using CutSpan = std::span<const uint64_t>;

/// Pairs of a cut of `a` and a cut of `b` at most `tolerance` symbols apart, as many as can be made when each
/// cut stands in one pair at most.
HOROCYCLE_EXPORT uint64_t matchedCuts(CutSpan a, CutSpan b, uint64_t tolerance);

/// Half the mean length of the reference's units in symbols, rounded (a half to even), at least 2.
HOROCYCLE_EXPORT uint64_t agreementWindow(CutSpan reference, uint64_t length);

/// What windows that slide over the sequence see: shares of the N - window pairs of symbols (i, i + window).
struct WindowScore {
    double difference = 0;    ///< WindowDiff: the numbers of cuts between the two differ
    double disagreement = 0;  ///< Pk: whether there is a cut between the two differs
    uint64_t pairs = 0;
};

/// After Pevzner & Hearst 2002 and Beeferman, Berger & Lafferty 1999. None where the sequence has no such
/// pair.
HOROCYCLE_EXPORT std::optional<WindowScore> windowScore(CutSpan a, CutSpan b, uint64_t length,
                                                        uint64_t window);

/// Cuts of the one with fewer cuts (`b` when equal) that the other lacks.
HOROCYCLE_EXPORT uint64_t nestingViolations(CutSpan a, CutSpan b);

}  // namespace horo
