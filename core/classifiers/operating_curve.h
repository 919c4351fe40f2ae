// How specific and how right answers are as the confidence asked of them falls (Valmadre, NeurIPS 2022).
#pragma once

#include <functional>

#include "core/classifiers/classified.h"

namespace horo {

/// Means over samples at one threshold. d = depth, I = information, a = lowest common ancestor of the answer
/// u and the true class y; u is cut back to y where it goes deeper. 0/0 = 1.
struct OperatingPoint {
    double threshold = 1;
    double correct = 0;                                   ///< share of answers that are y or above it
    double exact = 0;                                     ///< share of answers that are y
    double depthRecall = 0, informationRecall = 0;        ///< d(a) / d(y), I(a) / I(y)
    double depthPrecision = 0, informationPrecision = 0;  ///< d(a) / d(u), I(a) / I(u)
};

/// The exact curve, without a grid: it starts with the root as everybody's answer, and a point follows for
/// each probability at which an answer becomes more specific. The answer to a sample at threshold t is the
/// node with the fewest leaves below it of those with P >= t; nodes with one child are no answers. Nothing
/// where `keepGoing` said no.
HOROCYCLE_EXPORT std::vector<OperatingPoint> operatingCurve(const NodeScores& scores, const Labels& truth,
                                                            const ClassTree& tree,
                                                            const std::function<bool()>& keepGoing);

/// Area from 0 under `y` against `x`, both members of a point: by x ascending, y being the best at this x or
/// beyond.
HOROCYCLE_EXPORT double areaUnder(const std::vector<OperatingPoint>& curve, double OperatingPoint::*y,
                                  double OperatingPoint::*x);

}  // namespace horo
