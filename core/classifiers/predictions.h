// Predictions and labels as files hold them, before a hierarchy gives their names a meaning.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/workspace.h"

namespace horo {

/// How far the sum of probabilities in single precision may lie from 1.
inline constexpr double missedSum = 1e-3;
/// Scores that a file may ask for, 2 GB: a small one must not take more.
inline constexpr size_t mostCells = size_t{1} << 28;

/// Samples x classes numbers, sample by sample.
struct ClassScores {
    std::vector<std::string> classes;
    std::vector<double> values;
};

/// What a file says of n samples: scores of classes, or scores at each level, or labels.
struct HOROCYCLE_EXPORT Predictions {
    std::vector<std::string> ids;  ///< n different ones
    std::optional<ClassScores> probabilities;
    std::vector<ClassScores> levels;  ///< coarse first
    std::vector<std::string> labels;  ///< n, a set joined by `;`
    std::vector<std::string> truth;   ///< n true labels where the file has them

    /// From an npz: `probs` or `logits` with `classes`, or `level_0`... with `classes_0`..., or `labels`;
    /// `ids`, `y`. From a table: `id` and one column a class, `id,node,score` (a pair that is not there is
    /// 0), or `id,label`. Logits become probabilities by softmax. With `normalize` each row of probabilities
    /// is divided by its sum.
    /// Errors: scores without names of classes; an id that stands twice; numbers that are not finite; rows of
    /// probabilities with a negative number, or whose sum misses 1 by more than 1e-3.
    static Result<Predictions> from(const Payload& payload, bool normalize = false);

    /// The samples at these places, in that order.
    Predictions inOrder(const std::vector<size_t>& samples) const;
};

/// Those of named arrays and of a table, not yet checked.
Result<Predictions> predictionsOf(const Arrays& arrays);
Result<Predictions> predictionsOf(const Table& table);

}  // namespace horo
