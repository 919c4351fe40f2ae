// What UMAP and t-SNE, flat and hyperbolic, are made of.
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "core/neighbors/neighbors.h"
#include "core/projection/hyperbolic_tsne_layout.h"
#include "core/projection/near_weights.h"
#include "core/projection/projection_scores.h"
#include "core/projection/radial_table.h"
#include "core/projection/repulsion.h"
#include "core/projection/tsne_layout.h"
#include "core/projection/umap_layout.h"
#include "tests/core/projection/sample_rows.h"

namespace horo {
namespace {

Neighbors neighborsOf(const Embedding& rows, size_t k) {
    SearchOptions options;
    options.k = k;
    return *nearestNeighbors(rows, options);
}

std::vector<float> randomPoints(size_t count, double spread, uint64_t seed) {
    Random random(seed);
    std::vector<float> points(count);
    for (float& value : points)
        value = static_cast<float>(spread * random.normal());
    return points;
}

double weightOf(const NearWeights& weights, size_t i, uint32_t j) {
    for (size_t e = weights.starts[i]; e < weights.starts[i + 1]; ++e)
        if (weights.columns[e] == j) return weights.values[e];
    return 0;
}

TEST(NearWeights, OfAPerplexityAreSymmetricAndSumToOne) {
    const Embedding rows = clusters(3, 50, 6, 4, 1);
    const NearWeights weights = perplexityWeights(neighborsOf(rows, 45), 15, 2);
    double sum = 0;
    for (size_t i = 0; i < weights.size(); ++i)
        for (size_t e = weights.starts[i]; e < weights.starts[i + 1]; ++e) {
            sum += weights.values[e];
            EXPECT_EQ(weights.values[e], weightOf(weights, weights.columns[e], static_cast<uint32_t>(i)));
        }
    EXPECT_NEAR(sum, 1, 1e-5);
}

TEST(NearWeights, OfUmapHoldTheNearestFullyAndSumToTheLogarithm) {
    // On a ring of equal steps both directions have the same weights a, and a + a - a a is what is stored.
    std::vector<double> values;
    for (int i = 0; i < 40; ++i)
        values.insert(values.end(), {10 * std::cos(i * M_PI / 20), 10 * std::sin(i * M_PI / 20)});
    const NearWeights weights = fuzzyWeights(neighborsOf(embeddingOf(values, 2), 8), 1);
    double sum = 0;
    for (size_t e = weights.starts[5]; e < weights.starts[6]; ++e)
        sum += 1 - std::sqrt(std::max(0.0, 1.0 - static_cast<double>(weights.values[e])));
    EXPECT_NEAR(sum, 3, 1e-3);  // log2(8)
    EXPECT_NEAR(weightOf(weights, 5, 6), 1, 1e-3);
}

TEST(NearWeights, SurviveEqualRows) {
    const Embedding rows = embeddingOf(std::vector<double>(60, 1.0), 2);
    for (const NearWeights& weights :
         {perplexityWeights(neighborsOf(rows, 9), 3, 1), fuzzyWeights(neighborsOf(rows, 9), 1)})
        for (const float value : weights.values)
            EXPECT_TRUE(std::isfinite(value) && value > 0);
}

TEST(SimilarityCurve, IsThatOfUmapLearn) {
    const auto usual = SimilarityCurve::fitted(0.1, 1);  // find_ab_params of umap-learn 0.5
    EXPECT_NEAR(usual.a, 1.5769, 2e-3);
    EXPECT_NEAR(usual.b, 0.8951, 1e-3);
    const auto wide = SimilarityCurve::fitted(0.5, 1);
    EXPECT_NEAR(wide.a, 0.5830, 2e-3);
    EXPECT_NEAR(wide.b, 1.3342, 2e-3);
}

TEST(RadialTable, IsTheFunction) {
    const auto f = [](double x) { return std::pow(x, -0.1) / (1 + 1.6 * std::pow(x, 0.9)); };
    const RadialTable table(f);
    Random random(1);
    for (int i = 0; i < 1000; ++i) {
        const double x = std::exp(random.uniform(-18, 18));
        EXPECT_NEAR(table(static_cast<float>(x)), f(x), 3e-4 * f(x));
    }
    EXPECT_TRUE(std::isfinite(table(0)));
    EXPECT_TRUE(std::isfinite(table(1e30f)));
}

TEST(UmapLayout, KeepsClustersAndIsRepeatableOnOneThread) {
    const Embedding rows = clusters(4, 60, 10, 12, 2);
    const NearWeights weights = fuzzyWeights(neighborsOf(rows, 15), 1);
    for (const size_t dim : {2u, 3u}) {
        UmapOptions options;
        options.dim = dim;
        options.curve = SimilarityCurve::fitted(0.1, 1);
        auto points = randomPoints(240 * dim, 5, 1), again = points;
        const double before = effectiveLoss(weights, options, points, 100'000);
        EXPECT_EQ(layOutUmap(weights, options, points), options.epochs);
        EXPECT_LT(effectiveLoss(weights, options, points, 100'000), 0.8 * before);
        layOutUmap(weights, options, again);
        EXPECT_EQ(points, again);
        // Drawing negatives makes UMAP lower another loss than its cross-entropy (Damrich & Hamprecht 2021),
        // so that need not fall; it is a number, and the picture keeps the clusters.
        EXPECT_GT(fuzzyCrossEntropy(weights, options, points, 100'000), 0);
        const Embedding picture = embeddingOf({points.begin(), points.end()}, dim);
        const auto scores = projectionScores(picture, rows, rows.labels, {});
        EXPECT_GT(scores->neighborhoodHit->value, 0.97);
    }
}

TEST(UmapLayout, StopsBetweenRows) {
    const Embedding rows = clusters(2, 40, 3, 5, 2);
    UmapOptions options;
    int asked = 0;
    options.keepGoing = [&] { return ++asked < 10; };
    auto points = randomPoints(160, 5, 1);
    EXPECT_LT(layOutUmap(fuzzyWeights(neighborsOf(rows, 10), 1), options, points), 10);
}

/// Forces and sum over all pairs in double precision.
double naiveRepulsion(const std::vector<float>& points, size_t dim, std::vector<double>& forces) {
    double sum = 0;
    forces.assign(points.size(), 0.0);
    for (size_t i = 0; i < points.size(); i += dim)
        for (size_t j = 0; j < points.size(); j += dim) {
            if (i == j) continue;
            double t = 1;
            for (size_t d = 0; d < dim; ++d)
                t += std::pow(static_cast<double>(points[i + d]) - static_cast<double>(points[j + d]), 2);
            sum += 1 / t;
            for (size_t d = 0; d < dim; ++d)
                forces[i + d] +=
                    (static_cast<double>(points[i + d]) - static_cast<double>(points[j + d])) / (t * t);
        }
    return sum;
}

TEST(Repulsion, IsThatOfAllPairs) {
    for (const size_t dim : {2u, 3u})
        for (const double spread : {1e-4, 3.0, 40.0}) {
            auto points = randomPoints(900 * dim, spread, 4);
            for (size_t d = 0; d < 20 * dim; ++d)
                points[d] = points[d % dim];  // more equal points than a leaf holds
            std::vector<double> wanted;
            std::vector<float> forces;
            const double sum = naiveRepulsion(points, dim, wanted);
            double length = 0;
            for (const double force : wanted)
                length += force * force;
            for (const double angle : {0.0, 0.5}) {
                const double tolerance = angle == 0 ? 1e-5 : 2e-2;
                EXPECT_NEAR(Repulsion(dim, angle, 2)(points, forces), sum, tolerance * sum);
                double missed = 0;
                for (size_t i = 0; i < forces.size(); ++i)
                    missed += std::pow(static_cast<double>(forces[i]) - wanted[i], 2);
                EXPECT_LT(std::sqrt(missed), tolerance * std::sqrt(length))
                    << dim << " " << spread << " " << angle;
            }
        }
}

TEST(SpaceTree, HoldsEveryPointOnceAndItsCellsTheirPoints) {
    const auto points = randomPoints(3 * 1000, 2, 9);
    SpaceTree tree;
    tree.build(points, 3);
    std::vector<bool> seen(1000, false);
    size_t leaves = 0;
    for (const uint32_t leaf : tree.leaves())
        leaves += tree.cells()[leaf].end - tree.cells()[leaf].begin;
    EXPECT_EQ(leaves, 1000u);
    for (const uint32_t row : tree.order())
        EXPECT_FALSE(seen[row]), seen[row] = true;
    for (const auto& cell : tree.cells())
        for (size_t j = 0; j < 3; ++j) {
            const auto range = tree.sorted(j).subspan(cell.begin, cell.end - cell.begin);
            const auto [low, high] = std::minmax_element(range.begin(), range.end());
            EXPECT_LE(*high - *low, cell.size * 1.001f);
            const double mean =
                std::accumulate(range.begin(), range.end(), 0.0) / static_cast<double>(range.size());
            EXPECT_NEAR(cell.centre[j], mean, 1e-4);
        }
}

TEST(TsneForces, AreHalfTheSlopeOfTheDivergence) {
    const Embedding rows = clusters(3, 20, 4, 5, 6);
    const NearWeights weights = perplexityWeights(neighborsOf(rows, 15), 5, 1);
    for (const size_t dim : {2u, 3u}) {
        TsneOptions options;
        options.dim = dim;
        options.angle = 0;
        auto points = randomPoints(60 * dim, 2, 3);
        const TsneForces forces = tsneForces(weights, options, points);
        for (const size_t n : {size_t{0}, size_t{7}, 30 * dim + 1}) {
            const float step = 0.02f, here = points[n];
            points[n] = here + step;
            const double above = tsneDivergence(weights, options, points);
            points[n] = here - step;
            const double below = tsneDivergence(weights, options, points);
            points[n] = here;
            const double gradient =
                4 * (static_cast<double>(forces.attraction[n]) - static_cast<double>(forces.repulsion[n]));
            EXPECT_NEAR((above - below) / (2 * static_cast<double>(step)), gradient,
                        2e-3 * std::abs(gradient) + 2e-4);
        }
    }
}

TEST(TsneLayout, KeepsClustersTheSameOnAnyNumberOfThreads) {
    const Embedding rows = clusters(4, 60, 10, 12, 2);
    const NearWeights weights = perplexityWeights(neighborsOf(rows, 60), 20, 1);
    TsneOptions options;
    auto points = randomPoints(480, 1e-4, 1), again = points;
    const double before = tsneDivergence(weights, options, points);
    EXPECT_EQ(layOutTsne(weights, options, points), 750);
    options.threads = 3;
    layOutTsne(weights, options, again);
    EXPECT_EQ(points, again);
    EXPECT_LT(tsneDivergence(weights, options, points), before / 3);
    const auto scores =
        projectionScores(embeddingOf({points.begin(), points.end()}, 2), rows, rows.labels, {});
    EXPECT_GT(scores->neighborhoodHit->value, 0.97);
    EXPECT_GT(scores->trustworthiness->value, 0.9);
}

TEST(HyperbolicTsne, GradientIsTheSlopeAlongGeodesics) {
    const Embedding rows = clusters(3, 15, 4, 5, 6);
    const NearWeights weights = perplexityWeights(neighborsOf(rows, 15), 5, 1);
    const Manifold ball = Manifold::poincare();
    for (const size_t dim : {2u, 3u}) {
        HyperbolicTsneOptions options;
        options.dim = dim;
        options.angle = 0;
        Random random(4);
        std::vector<double> points, gradient;
        for (int i = 0; i < 45; ++i) {
            const Row row = ballPoint(random, dim, random.uniform(0, 4));
            points.insert(points.end(), row.begin(), row.end());
        }
        hyperbolicDivergence(weights, options, points, 1, &gradient);
        for (const size_t i : {0u, 11u, 44u})
            for (size_t j = 0; j < dim; ++j) {
                // A tangent of hyperbolic length h at x has coordinates h (1 - |x|^2) / 2.
                const std::span<double> x(points.data() + i * dim, dim);
                const Row here(x.begin(), x.end());
                double gap = 1;
                for (const double value : here)
                    gap -= value * value;
                const double step = 1e-5;
                Row tangent(dim, 0.0);
                double values[2];
                for (const int side : {0, 1}) {
                    tangent[j] = (side ? -step : step) * gap / 2;
                    ball.exp(here, tangent, x);
                    values[side] = hyperbolicDivergence(weights, options, points, 1, nullptr);
                    std::copy(here.begin(), here.end(), x.begin());
                }
                EXPECT_NEAR((values[0] - values[1]) / (2 * step), gradient[i * dim + j],
                            1e-6 * std::abs(gradient[i * dim + j]) + 1e-8);
            }
        // Cells are a good stand-in for their points.
        std::vector<double> rough;
        options.angle = 0.5;
        hyperbolicDivergence(weights, options, points, 1, &rough);
        double missed = 0, length = 0;
        for (size_t n = 0; n < rough.size(); ++n)
            missed += std::pow(rough[n] - gradient[n], 2), length += gradient[n] * gradient[n];
        EXPECT_LT(std::sqrt(missed / length), 0.05);
    }
}

TEST(HyperbolicTsne, KeepsClustersInsideTheBall) {
    const Embedding rows = clusters(4, 40, 8, 12, 2);
    const NearWeights weights = perplexityWeights(neighborsOf(rows, 45), 15, 1);
    HyperbolicTsneOptions options;
    Random random(1);
    std::vector<double> points(320);
    for (double& value : points)
        value = 1e-4 * random.normal();
    const double before = hyperbolicDivergence(weights, options, points, 1, nullptr);
    layOutHyperbolicTsne(weights, options, points);
    EXPECT_LT(hyperbolicDivergence(weights, options, points, 1, nullptr), 0.7 * before);
    const Embedding picture = embeddingOf(points, 2, Manifold::poincare());
    ASSERT_TRUE(requireUsable(picture));
    EXPECT_GT(projectionScores(picture, rows, rows.labels, {})->neighborhoodHit->value, 0.95);
}

}  // namespace
}  // namespace horo
