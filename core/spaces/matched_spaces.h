// Two embeddings of the same items.
#pragma once

#include <Eigen/Dense>

#include "core/data/embedding.h"

namespace horo {

/// The rows of two embeddings that have the same id, in the order of the first.
struct HOROCYCLE_EXPORT MatchedSpaces {
    Embedding a, b;
    size_t missing = 0;  ///< rows of a without one of b
    size_t extra = 0;    ///< rows of b without one of a

    size_t rows() const { return a.rows(); }
    /// Error: rows that are not usable, no common id.
    static Result<MatchedSpaces> create(const Embedding& a, const Embedding& b);
};

/// Chosen rows of an embedding with all that belongs to them, items of the same names included.
Embedding someRows(const Embedding& embedding, const std::vector<size_t>& rows);

/// The numbers of the rows, n x d.
HOROCYCLE_EXPORT Eigen::MatrixXd matrixOf(const Vectors& vectors);

}  // namespace horo
