#include "core/neighbors/neighbors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>

#include "core/base/aligned_vector.h"
#include "core/measure/nearest.h"
#include "core/neighbors/neighbor_graph.h"
#include "core/neighbors/product_kernel.h"
#include "tests/core/geometry/random_points.h"

namespace horo {
namespace {

Embedding randomRows(const Manifold& manifold, size_t rows, size_t columns, double spread, uint64_t seed) {
    Random random(seed);
    std::vector<double> values;
    std::vector<std::string> names;
    for (size_t i = 0; i < rows; ++i) {
        const Row row = randomPoint(random, manifold, columns, spread);
        values.insert(values.end(), row.begin(), row.end());
        names.push_back(std::to_string(i));
    }
    Embedding embedding;
    embedding.items = *Items::create(names);
    embedding.vectors = Vectors(rows, columns, std::move(values));
    embedding.manifold = manifold;
    return embedding;
}

void expectExact(const Embedding& embedding, const SearchOptions& options) {
    const auto found = nearestNeighbors(embedding, options);
    ASSERT_TRUE(found) << found.error().text();
    ASSERT_EQ(found->queries, embedding.rows());
    for (size_t i = 0; i < embedding.rows(); ++i) {
        const auto wanted = nearestRows(embedding, i, options.k);
        ASSERT_EQ(found->k, wanted.size());
        for (size_t j = 0; j < wanted.size(); ++j) {
            ASSERT_EQ(found->rowsOf(i)[j], wanted[j].row) << "query " << i << ", neighbor " << j;
            ASSERT_EQ(found->distancesOf(i)[j], wanted[j].distance);
        }
    }
}

class ProductKernels : public testing::TestWithParam<int> {};

TEST_P(ProductKernels, GiveTheSumsOfProducts) {
    const auto set = static_cast<InstructionSet>(GetParam());
    if (set > bestInstructionSet()) GTEST_SKIP();
    Random random(4);
    for (const size_t columns : {1u, 7u, 256u, 300u}) {
        const auto kernel = productKernel<double>(set);
        const size_t left = kernel.leftRows, right = kernel.rightRows;
        AlignedVector<double> a(2 * left * columns), b(3 * right * columns), out(2 * left * 3 * right, 99.0);
        for (auto* side : {&a, &b})
            for (double& value : *side)
                value = static_cast<double>(random.below(19)) - 9;  // whole numbers: sums are exact
        kernel.multiply({a.data(), b.data(), 2, 3, columns, out.data(), 3 * right});
        for (size_t i = 0; i < 2 * left; ++i)
            for (size_t j = 0; j < 3 * right; ++j) {
                double sum = 0;
                for (size_t c = 0; c < columns; ++c)
                    sum += a[(i / left * columns + c) * left + i % left] *
                           b[(j / right * columns + c) * right + j % right];
                ASSERT_EQ(out[i * 3 * right + j], sum);
            }
    }
}

TEST_P(ProductKernels, FindTheNeighborsOfEveryManifold) {
    SearchOptions options;
    options.set = static_cast<InstructionSet>(GetParam());
    if (options.set > bestInstructionSet()) GTEST_SKIP();
    options.threads = 2;
    const Manifold product =
        Manifold::product({{ManifoldKind::Euclidean, 0, 0, 2}, {ManifoldKind::Poincare, -1, 2, 5}});
    for (const Manifold& manifold :
         {Manifold::euclidean(), Manifold::sphere(2), Manifold::poincare(), Manifold::poincare(-0.5),
          Manifold::lorentz(), Manifold::lorentz(-2), product})
        for (const double spread : {0.01, 1.0, 6.0})
            expectExact(randomRows(manifold, 450, 5, spread, 7), options);
}

INSTANTIATE_TEST_SUITE_P(InstructionSets, ProductKernels, testing::Values(0, 1, 2));

TEST(NearestNeighbors, DecidesWhatSinglePrecisionCannot) {
    SearchOptions options;
    options.k = 5;
    // Rows at the rim, and a cloud far from nothing else than one row.
    expectExact(randomRows(Manifold::poincare(), 400, 2, 30, 1), options);
    expectExact(randomRows(Manifold::lorentz(), 400, 3, 17, 1), options);
    Embedding cloud = randomRows(Manifold::euclidean(), 400, 3, 1e-7, 2);
    std::vector<double> values = cloud.vectors.toDouble();
    for (size_t j = 0; j < 3; ++j)
        values[j] = 1e3;
    cloud.vectors = Vectors(400, 3, std::move(values));
    expectExact(cloud, options);
}

TEST(NearestNeighbors, TakesEquallyNearRowsInRowOrder) {
    std::vector<double> values;
    std::vector<std::string> names;
    for (int x = 0; x < 20; ++x)
        for (int y = 0; y < 20; ++y) {
            values.insert(values.end(), {x / 2 * 1.0, y * 1.0});  // each point twice, on a grid
            names.push_back(std::to_string(x) + " " + std::to_string(y));
        }
    Embedding grid;
    grid.items = *Items::create(names);
    grid.vectors = Vectors(400, 2, std::move(values));
    for (const size_t k : {1u, 3u, 10u, 399u, 1000u}) {
        SearchOptions options;
        options.k = k;
        expectExact(grid, options);
    }
}

TEST(NearestNeighbors, AnswersQueriesOfTheirOwn) {
    const Embedding rows = randomRows(Manifold::poincare(), 500, 4, 3, 1);
    const Embedding queries = randomRows(Manifold::poincare(), 37, 4, 3, 2);
    SearchOptions options;
    options.k = 9;
    const auto found = nearestNeighbors(rows, queries, options);
    ASSERT_TRUE(found);
    for (size_t q = 0; q < queries.rows(); ++q) {
        std::vector<std::pair<double, uint32_t>> all;
        for (size_t i = 0; i < rows.rows(); ++i)
            all.emplace_back(rows.manifold.distance(queries.row(q), rows.row(i)), static_cast<uint32_t>(i));
        std::sort(all.begin(), all.end());
        for (size_t j = 0; j < options.k; ++j)
            ASSERT_EQ(found->rowsOf(q)[j], all[j].second);
    }
    EXPECT_FALSE(nearestNeighbors(rows, randomRows(Manifold::poincare(), 5, 3, 1, 2), options));
    EXPECT_FALSE(nearestNeighbors(rows, randomRows(Manifold::euclidean(), 5, 4, 1, 2), options));
}

TEST(NearestNeighbors, IsTheSameOnAnyNumberOfThreadsAndStops) {
    const Embedding rows = randomRows(Manifold::euclidean(), 1500, 20, 1, 3);
    SearchOptions one, three;
    three.threads = 3;
    EXPECT_EQ(nearestNeighbors(rows, one)->rows, nearestNeighbors(rows, three)->rows);
    one.keepGoing = [](double) { return false; };
    const auto stopped = nearestNeighbors(rows, one);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().blame, Blame::Cancelled);
}

TEST(ApproximateNeighbors, FindsMostAndMeasuresHowMany) {
    for (const Manifold& manifold : {Manifold::euclidean(), Manifold::poincare(), Manifold::lorentz()}) {
        const Embedding rows = randomRows(manifold, 2000, 6, 2, 5);
        SearchOptions options;
        const auto found = approximateNeighbors(rows, nullptr, options, 1);
        ASSERT_TRUE(found) << found.error().text();
        const auto exact = nearestNeighbors(rows, options);
        size_t hits = 0;
        for (size_t i = 0; i < rows.rows(); ++i)
            for (const uint32_t row : found->rowsOf(i))
                hits += std::ranges::count(exact->rowsOf(i), row);
        const double recall = static_cast<double>(hits) / static_cast<double>(rows.rows() * options.k);
        EXPECT_GT(recall, 0.95);
        EXPECT_NEAR(*measuredRecall(rows, nullptr, *found, options, 2000, 1), recall, 1e-12);
        EXPECT_EQ(approximateNeighbors(rows, nullptr, options, 1)->rows, found->rows);
    }
}

}  // namespace
}  // namespace horo
