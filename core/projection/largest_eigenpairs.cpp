#include "core/projection/largest_eigenpairs.h"

#include <algorithm>

#include "core/base/random.h"

namespace horo {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;

constexpr Index blocksAtOnce = 5;  ///< of Krylov's space before it starts again
constexpr Index spare = 6;         ///< columns beyond those that are wanted

MatrixXd orthonormal(const MatrixXd& columns) {
    return Eigen::HouseholderQR<MatrixXd>(columns).householderQ() *
           MatrixXd::Identity(columns.rows(), columns.cols());
}

MatrixXd randomColumns(Index rows, Index columns, uint64_t seed) {
    Random random(seed);
    return MatrixXd::NullaryExpr(rows, columns, [&] { return random.normal(); });
}

/// The eigenpairs of a small matrix, descending.
Eigenpairs ofSmall(const MatrixXd& matrix) {
    const Eigen::SelfAdjointEigenSolver<MatrixXd> solver((matrix + matrix.transpose()) / 2);
    return {solver.eigenvalues().reverse(), solver.eigenvectors().rowwise().reverse()};
}

Eigenpairs first(Eigenpairs pairs, Index count) {
    Eigenpairs out{pairs.values.head(count), pairs.vectors.leftCols(count)};
    for (Index j = 0; j < count; ++j) {
        Index largest = 0;
        out.vectors.col(j).cwiseAbs().maxCoeff(&largest);
        if (out.vectors(largest, j) < 0) out.vectors.col(j) *= -1;
    }
    return out;
}

}  // namespace

Result<Eigenpairs> largestEigenpairs(Index size, Index count,
                                     const std::function<MatrixXd(const MatrixXd&)>& multiply,
                                     const EigenpairOptions& options) {
    const Index width = count + spare;
    if (size <= width * blocksAtOnce) return first(ofSmall(multiply(MatrixXd::Identity(size, size))), count);
    MatrixXd block = orthonormal(randomColumns(size, width, options.seed));
    for (int round = 0;; ++round) {
        MatrixXd basis(size, width * blocksAtOnce), image(size, width * blocksAtOnce);
        for (Index b = 0; b < blocksAtOnce; ++b) {
            if (!options.keepGoing()) return cancelledError();
            if (b > 0) {
                block = image.middleCols((b - 1) * width, width);
                const auto known = basis.leftCols(b * width);
                for (int twice = 0; twice < 2; ++twice)
                    block -= known * (known.transpose() * block).eval();
                block = orthonormal(block);
                // Columns that depended on the others come back as anything: once more off the basis.
                block = orthonormal(block - known * (known.transpose() * block).eval());
            }
            basis.middleCols(b * width, width) = block;
            image.middleCols(b * width, width) = multiply(block);
        }
        const Eigenpairs inside = ofSmall(basis.transpose() * image);
        const MatrixXd best = inside.vectors.leftCols(width);
        block = basis * best;
        const MatrixXd residual =
            image * best.leftCols(count) - block.leftCols(count) * inside.values.head(count).asDiagonal();
        const double scale = inside.values.cwiseAbs().maxCoeff();
        if (residual.colwise().norm().maxCoeff() <= options.tolerance * scale || round + 1 >= options.rounds)
            return first({inside.values.head(width), block}, count);
        block = orthonormal(block);
    }
}

}  // namespace horo
