#include "core/projection/principal_components.h"

#include <gtest/gtest.h>

#include "core/projection/largest_eigenpairs.h"
#include "tests/core/projection/sample_rows.h"

namespace horo {
namespace {

using Eigen::MatrixXd;

/// Rows stretched by 1, 1/2, 1/3... along random directions.
Vectors stretched(size_t rows, size_t columns, uint64_t seed) {
    Random random(seed);
    const auto d = static_cast<Eigen::Index>(columns);
    const MatrixXd turn = Eigen::HouseholderQR<MatrixXd>(MatrixXd::NullaryExpr(d, d, [&] {
                              return random.normal();
                          })).householderQ();
    std::vector<double> values;
    for (size_t i = 0; i < rows; ++i) {
        Eigen::VectorXd x(d);
        for (Eigen::Index j = 0; j < d; ++j)
            x(j) = random.normal() / static_cast<double>(j + 1);
        x = turn * x;
        for (const double value : x)
            values.push_back(5 + value);
    }
    return Vectors(rows, columns, std::move(values));
}

TEST(LargestEigenpairs, AreThoseOfTheWholeDecomposition) {
    Random random(3);
    for (const Eigen::Index n : {3, 40, 200}) {
        MatrixXd matrix = MatrixXd::NullaryExpr(n, n, [&] { return random.normal(); });
        matrix = (matrix + matrix.transpose()).eval();
        const Eigen::SelfAdjointEigenSolver<MatrixXd> whole(matrix);
        const auto some =
            largestEigenpairs(n, 3, [&](const MatrixXd& x) { return MatrixXd(matrix * x); }, {});
        ASSERT_TRUE(some);
        for (Eigen::Index k = 0; k < 3; ++k) {
            EXPECT_NEAR(some->values(k), whole.eigenvalues()(n - 1 - k), 1e-9);
            const Eigen::VectorXd residual =
                matrix * some->vectors.col(k) - some->values(k) * some->vectors.col(k);
            EXPECT_LT(residual.norm(), 1e-6);
        }
    }
}

TEST(PrincipalComponents, OfAllKindsAgreeWithTheSingularValues) {
    for (const auto& [rows, columns] : {std::pair<size_t, size_t>{2000, 30}, {40, 300}, {700, 65}}) {
        const Vectors vectors = stretched(rows, columns, 5);
        MatrixXd x = MatrixXd::Zero(static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(columns));
        for (size_t i = 0; i < rows; ++i)
            for (size_t j = 0; j < columns; ++j)
                x(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = vectors.at(i, j);
        x.rowwise() -= x.colwise().mean();
        const Eigen::BDCSVD<MatrixXd> svd(x, Eigen::ComputeThinV);
        for (const bool randomized : {false, true}) {
            PrincipalOptions options;
            options.count = 3;
            options.randomized = randomized;
            options.threads = 2;
            const auto found = principalComponents(vectors, options);
            ASSERT_TRUE(found);
            EXPECT_NEAR(found->total, x.squaredNorm() / static_cast<double>(rows), 1e-9 * found->total);
            for (Eigen::Index k = 0; k < 3; ++k) {
                const double wanted = std::pow(svd.singularValues()(k), 2) / static_cast<double>(rows);
                EXPECT_NEAR(found->variances(k), wanted, (randomized ? 1e-4 : 1e-8) * wanted);
                EXPECT_NEAR(std::abs(found->directions.col(k).dot(svd.matrixV().col(k))), 1,
                            randomized ? 1e-3 : 1e-6);
            }
            const auto coordinates = found->coordinates(vectors, 2);
            for (Eigen::Index k = 0; k < 3; ++k)
                EXPECT_NEAR(coordinates[3 * 7 + static_cast<size_t>(k)],
                            x.row(7).dot(found->directions.col(k)), 1e-9);
        }
    }
}

TEST(PrincipalComponents, CovarianceIsTheSameOnAnyNumberOfThreadsUpToRounding) {
    const Vectors vectors = stretched(1300, 50, 2);
    const std::vector<double> zero(50, 0.0);
    const auto one = covariance(vectors, zero, 1, [] { return true; });
    const auto three = covariance(vectors, zero, 3, [] { return true; });
    ASSERT_TRUE(one && three);
    EXPECT_LT((*one - *three).norm(), 1e-11 * one->norm());
    EXPECT_FALSE(covariance(vectors, zero, 2, [] { return false; }));
}

}  // namespace
}  // namespace horo
