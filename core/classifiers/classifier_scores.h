// All scores of one classifier, sample by sample.
#pragma once

#include "core/classifiers/classified.h"
#include "core/classifiers/score_column.h"

namespace horo {

enum class Average { Micro, Sample, Class };

struct ScoreOptions {
    bool root = false;                 ///< whether sets of ancestors hold the root
    Average average = Average::Micro;  ///< of hp, hr, hf
    double beta = 1;                   ///< > 0; weight of recall in hf
    bool closure = true;               ///< whether sets and level heads get the ancestors of their nodes
};

/// One column a key, in a fixed order: what does not apply is there and says why. `truth` has a row for each
/// sample. hp, hr, hf: Kiritchenko et al. 2006; accuracy by level, exact path; tree distance and LCA height
/// (Bertinetto et al. 2020); Wu & Palmer 1994; Lin 1998; calibration (Guo et al. 2017).
HOROCYCLE_EXPORT std::vector<ScoreColumn> classifierScores(const Classified& classified, const Labels& truth,
                                                           const ClassTree& tree,
                                                           const ScoreOptions& options);

/// Score columns of sets of nodes: hp, hr, hf.
std::vector<ScoreColumn> overlapScores(const Classified& classified, const Labels& truth,
                                       const ClassTree& tree, const ScoreOptions& options);
/// hd_5, ece, nll, brier.
std::vector<ScoreColumn> probabilityScores(const Classified& classified, const Labels& truth,
                                           const ClassTree& tree);
/// coherence, consistency.
std::vector<ScoreColumn> headScores(const Classified& classified, const ClassTree& tree);

}  // namespace horo
