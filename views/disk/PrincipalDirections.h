// How rows of many dimensions are looked at in few: the directions in which they spread most.
#pragma once

#include <Eigen/Dense>
#include <vector>

#include "core/data/embedding.h"

namespace horo::views {

/// Writes the row as a tangent vector at the origin (K = -1) or, elsewhere, its coordinates.
void tangentRow(const Embedding& embedding, size_t row, std::vector<double>& out);
/// At most 4,096 of them, evenly taken, those with a number that is not finite left out; n x d.
Eigen::MatrixXd tangentSample(const Embedding& embedding);
/// `count` leading directions of sample^T sample by orthogonal iteration, d x count, the greatest spread
/// first; signs fixed, so that they do not flip. At most d.
Eigen::MatrixXd principalDirections(const Eigen::MatrixXd& sample, int count);

}  // namespace horo::views
