#include "core/spaces/similarity.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/random.h"
#include "core/spaces/matched_spaces.h"
#include "tests/core/projection/sample_rows.h"
#include "tests/core/spaces/run_method.h"

namespace horo {
namespace {

using Eigen::MatrixXd;

MatrixXd randomMatrix(Eigen::Index rows, Eigen::Index columns, uint64_t seed) {
    Random random(seed);
    return MatrixXd::NullaryExpr(rows, columns, [&] { return random.normal(); });
}

/// Song et al. 2012, eq. 5, from whole kernels.
double naiveHsic(MatrixXd k, MatrixXd l) {
    const double n = static_cast<double>(k.rows());
    k.diagonal().setZero();
    l.diagonal().setZero();
    return ((k * l).trace() + k.sum() * l.sum() / ((n - 1) * (n - 2)) - 2 / (n - 2) * (k * l).sum()) /
           (n * (n - 3));
}

TEST(SpaceSimilarity, IsTheDefinitionFromWholeKernels) {
    const MatrixXd x = centred(randomMatrix(40, 7, 1)),
                   y = centred(x.leftCols(4) * randomMatrix(4, 9, 3) + randomMatrix(40, 9, 2));
    const MatrixXd k = x * x.transpose(), l = y * y.transpose();
    EXPECT_NEAR(*linearCka(x, y), (k * l).trace() / (k.norm() * l.norm()), 1e-12);
    EXPECT_NEAR(*debiasedCka(x, y), naiveHsic(k, l) / std::sqrt(naiveHsic(k, k) * naiveHsic(l, l)), 1e-12);
}

TEST(SpaceSimilarity, DoesNotSeeTurnsShiftsAndScales) {
    const MatrixXd x = randomMatrix(50, 6, 1);
    const MatrixXd turn = Eigen::HouseholderQR<MatrixXd>(randomMatrix(6, 6, 2)).householderQ();
    const MatrixXd y = (3 * x * turn).rowwise() + randomMatrix(1, 6, 3).row(0);
    EXPECT_NEAR(*linearCka(x, y), 1, 1e-12);
    EXPECT_NEAR(*debiasedCka(x, y), 1, 1e-12);
    EXPECT_NEAR(*procrustesDisparity(x, y), 0, 1e-12);
    EXPECT_NEAR(*procrustesDisparity(x, padded(y, 9)), 0, 1e-12);
    EXPECT_LT((centred(y) * procrustesRotation(centred(x), centred(y)) - 3 * centred(x)).norm(), 1e-9);
}

TEST(SpaceSimilarity, OfUnrelatedRowsIsUnbiased) {
    // Wide rows: the plain kernel alignment is far from zero, the debiased one is not.
    const MatrixXd x = randomMatrix(60, 300, 1), y = randomMatrix(60, 300, 2);
    EXPECT_GT(*linearCka(x, y), 0.5);
    EXPECT_LT(std::abs(*debiasedCka(x, y)), 0.05);
    EXPECT_FALSE(linearCka(MatrixXd::Ones(5, 2), MatrixXd::Ones(5, 2)));
}

TEST(FitLinearMap, FindsTheMapAndItsBias) {
    const Embedding from = randomRows(Manifold::euclidean(), 100, 3, 2, 1);
    std::vector<double> values;
    for (size_t i = 0; i < 100; ++i) {
        const Row x = from.row(i);
        values.insert(values.end(), {x[0] + 2 * x[1] + 5, x[2] - x[0] - 1});
    }
    const auto done =
        runMethod("fit.linear-map", {{"from", payloadOf(from)}, {"to", payloadOf(embeddingOf(values, 2))}},
                  {{"ridge", "0"}});
    ASSERT_TRUE(done) << done.error().text();
    EXPECT_NEAR(*done->outcome.report.find("r2")->value, 1, 1e-9);
    EXPECT_EQ(*done->outcome.report.find("retrieval_at_1")->value, 1);
    const auto& arrays = *std::get<std::shared_ptr<const Arrays>>(done->outcome.output);
    const auto& matrix = std::get<std::vector<double>>(arrays.find("matrix")->values);
    const std::vector<double> wanted{1, -1, 2, 0, 0, 1};
    for (size_t i = 0; i < 6; ++i)
        EXPECT_NEAR(matrix[i], wanted[i], 1e-9);
    EXPECT_NEAR(std::get<std::vector<double>>(arrays.find("bias")->values)[0], 5, 1e-9);
}

TEST(FitLinearMap, WritesTheRidgeRegressionOfAllRows) {
    const Embedding from = randomRows(Manifold::euclidean(), 60, 3, 2, 1),
                    to = randomRows(Manifold::euclidean(), 60, 2, 2, 2);
    const auto done =
        runMethod("fit.linear-map", {{"from", payloadOf(from)}, {"to", payloadOf(to)}}, {{"ridge", "3"}});
    ASSERT_TRUE(done) << done.error().text();
    const auto& arrays = *std::get<std::shared_ptr<const Arrays>>(done->outcome.output);
    const auto& values = std::get<std::vector<double>>(arrays.find("matrix")->values);
    const auto& bias = std::get<std::vector<double>>(arrays.find("bias")->values);
    const Eigen::Map<const Eigen::Matrix<double, 3, 2, Eigen::RowMajor>> matrix(values.data());
    const MatrixXd x = matrixOf(from.vectors);
    const MatrixXd left =
        matrixOf(to.vectors) - ((x * matrix).rowwise() + Eigen::Map<const Eigen::RowVector2d>(bias.data()));
    // Where the gradient of the penalised squares is zero.
    EXPECT_LT((x.transpose() * left - 3 * matrix).norm(), 1e-9);
    EXPECT_LT(left.colwise().sum().norm(), 1e-9);
}

TEST(CompareSpaces, OfASpaceWithItselfIsOne) {
    const Embedding rows = randomRows(Manifold::euclidean(), 80, 4, 1, 2);
    const auto done = runMethod("compare.spaces", {{"a", payloadOf(rows)}, {"b", payloadOf(rows)}}, {});
    ASSERT_TRUE(done) << done.error().text();
    for (const char* key : {"cka", "cka_debiased", "rsa", "neighbor_overlap"})
        EXPECT_NEAR(*done->outcome.report.find(key)->value, 1, 1e-9) << key;
    EXPECT_NEAR(*done->outcome.report.find("procrustes")->value, 0, 1e-9);
}

TEST(NeighborsSearch, TakesBothModelsOfTheHyperbolicSpaceForOne) {
    const Embedding rows = randomRows(Manifold::lorentz(-2), 30, 3, 1, 2);
    const auto distances = [&](const char* metric) {
        const auto done = runMethod("neighbors.search", {{"embedding", payloadOf(rows)}},
                                    {{"metric", metric}, {"k", "40"}});
        EXPECT_TRUE(done) << done.error().text();
        EXPECT_EQ(done->outcome.report.warnings.size(), 1u);  // there are no 40 others
        return std::get<std::vector<double>>(
            std::get<std::shared_ptr<const Arrays>>(done->outcome.output)->find("distances")->values);
    };
    EXPECT_EQ(distances("poincare"), distances("auto"));
    EXPECT_EQ(distances("lorentz"), distances("auto"));
}

TEST(NeighborsSearch, GivesOneMinusTheCosine) {
    const Embedding rows = randomRows(Manifold::euclidean(), 50, 3, 1, 2);
    const auto done =
        runMethod("neighbors.search", {{"embedding", payloadOf(rows)}}, {{"metric", "cosine"}, {"k", "4"}});
    ASSERT_TRUE(done) << done.error().text();
    const auto& arrays = *std::get<std::shared_ptr<const Arrays>>(done->outcome.output);
    const auto& indices = std::get<std::vector<int64_t>>(arrays.find("indices")->values);
    const auto& distances = std::get<std::vector<double>>(arrays.find("distances")->values);
    EXPECT_EQ(arrays.find("indices")->shape, (std::vector<size_t>{50, 4}));
    const auto cosine = [&](size_t i, size_t j) {
        double xy = 0, xx = 0, yy = 0;
        for (size_t c = 0; c < 3; ++c) {
            const double x = rows.vectors.at(i, c), y = rows.vectors.at(j, c);
            xy += x * y, xx += x * x, yy += y * y;
        }
        return 1 - xy / std::sqrt(xx * yy);
    };
    for (size_t i = 0; i < 50; ++i) {
        std::vector<double> all;
        for (size_t j = 0; j < 50; ++j)
            if (j != i) all.push_back(cosine(i, j));
        std::sort(all.begin(), all.end());
        for (size_t m = 0; m < 4; ++m) {
            EXPECT_NEAR(distances[i * 4 + m], all[m], 1e-12);
            EXPECT_NEAR(cosine(i, static_cast<size_t>(indices[i * 4 + m])), all[m], 1e-12);
        }
    }
}

}  // namespace
}  // namespace horo
