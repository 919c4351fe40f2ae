#include "core/measure/distortion.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "core/measure/pair_draw.h"
#include "tests/core/measure/random_hierarchy.h"

namespace horo {
namespace {

constexpr double apart = 1e9;

/// Floyd and Warshall.
std::vector<std::vector<double>> naivePaths(const Hierarchy& h) {
    std::vector<std::vector<double>> d(h.size(), std::vector<double>(h.size(), apart));
    for (Node v = 0; v < h.size(); ++v)
        d[v][v] = 0;
    for (const auto& edge : h.edges())
        d[edge.parent][edge.child] = d[edge.child][edge.parent] = 1;
    for (Node k = 0; k < h.size(); ++k)
        for (Node i = 0; i < h.size(); ++i)
            for (Node j = 0; j < h.size(); ++j)
                d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
    return d;
}

/// Average precision of the neighbors of u, ties together.
double naivePrecision(const Embedding& e, const std::vector<std::vector<double>>& paths, Node u) {
    double sum = 0, neighbors = 0;
    for (Node v = 0; v < e.rows(); ++v) {
        if (paths[u][v] != 1) continue;
        ++neighbors;
        double within = 0, found = 0;
        for (Node w = 0; w < e.rows(); ++w)
            if (w != u && e.distance(u, w) <= e.distance(u, v)) ++within, found += paths[u][w] == 1;
        sum += found / within;
    }
    return neighbors > 0 ? sum / neighbors : -1;
}

/// Two components of a random DAG each, so that some pairs are apart.
std::shared_ptr<const Hierarchy> twoParts(size_t nodes, uint64_t seed) {
    const auto one = randomHierarchy(nodes, seed);
    std::vector<std::string> names = one->items()->names();
    std::vector<Hierarchy::Edge> edges = one->edges();
    for (uint32_t v = 0; v < 6; ++v) {
        names.push_back(fmt::format("m{}", v));
        if (v > 0) edges.push_back({static_cast<Node>(nodes), static_cast<Node>(nodes + v)});
    }
    return Hierarchy::create(Items::create(names).value(), edges).value();
}

TEST(Distortion, IsTheDefinition) {
    for (const bool fit : {true, false})
        for (const Manifold& manifold :
             {Manifold::poincare(), Manifold::euclidean(), Manifold::lorentz(-2)}) {
            const auto h = twoParts(70, 3);
            const Embedding e = randomEmbedding(*h, manifold, 4, 2, 5);
            const auto paths = naivePaths(*h);
            double products = 0, squares = 0, longest = 0, shortest = 1e300, sum = 0;
            size_t pairs = 0, left = 0;
            const auto overPairs = [&](auto&& body) {
                for (Node i = 0; i < h->size(); ++i)
                    for (Node j = i + 1; j < h->size(); ++j)
                        body(e.distance(i, j), paths[i][j]);
            };
            overPairs([&](double d, double path) {
                if (path == apart) {
                    ++left;
                    return;
                }
                ++pairs;
                products += d * path, squares += path * path;
                longest = std::max(longest, d / path), shortest = std::min(shortest, d / path);
            });
            const double scale = fit ? products / squares : 1;
            overPairs([&](double d, double path) {
                if (path != apart) sum += std::abs(d / scale - path) / path;
            });
            double map = 0, nodes = 0;
            for (Node u = 0; u < h->size(); ++u)
                if (const double precision = naivePrecision(e, paths, u); precision >= 0)
                    map += precision, ++nodes;

            for (const int threads : {1, 3}) {
                DistortionOptions options;
                options.fitScale = fit;
                options.threads = threads;
                const auto score = distortion(e, *h, options).value();
                EXPECT_EQ(score.pairs, pairs);
                EXPECT_EQ(score.apart, left);
                EXPECT_NEAR(score.scale, scale, 1e-12 * scale);
                EXPECT_NEAR(*score.average, sum / static_cast<double>(pairs), 1e-12 * sum);
                EXPECT_GT(score.coincident, 0u);  // every seventh point is there twice
                EXPECT_FALSE(score.worst);
                EXPECT_NEAR(*score.neighborMap, map / nodes, 1e-12);
                EXPECT_FALSE(score.averageError);
            }
        }
}

/// Points of a path on a line, all steps 3 long but the last, which is 6.
Embedding line(const Hierarchy& h, double factor) {
    std::vector<double> x;
    for (Node v = 0; v < h.size(); ++v)
        x.push_back(factor * (3.0 * v + (v + 1 == h.size() ? 3 : 0)));
    Embedding e;
    e.items = h.items();
    e.vectors = Vectors(h.size(), 1, x);
    return e;
}

TEST(Distortion, ByHand) {
    const auto h = Hierarchy::create(Items::create({"a", "b", "c"}).value(), {{0, 1}, {1, 2}}).value();
    const auto score = distortion(line(*h, 1), *h).value();  // d = 3, 9, 6 for d_G = 1, 2, 1
    EXPECT_DOUBLE_EQ(score.scale, 27.0 / 6);
    EXPECT_NEAR(*score.average, (1.0 / 3 + 0 + 1.0 / 3) / 3, 1e-15);
    EXPECT_DOUBLE_EQ(*score.worst, 2);
    EXPECT_DOUBLE_EQ(*score.neighborMap, (1 + 1 + 1) / 3.0);
    const auto farther = distortion(line(*h, 7), *h).value();
    EXPECT_NEAR(*farther.average, *score.average, 1e-15);
    EXPECT_NEAR(*farther.worst, *score.worst, 1e-15);
    EXPECT_NEAR(farther.scale, 7 * score.scale, 1e-13);
    const auto each = nodeDistortion(line(*h, 1), *h, score.scale).value();
    EXPECT_NEAR(*each[0], 1.0 / 6, 1e-15);
    EXPECT_NEAR(*each[1], 1.0 / 3, 1e-15);
    EXPECT_NEAR(*each[2], 1.0 / 6, 1e-15);
}

TEST(Distortion, OfDrawnPairsIsNearTheWhole) {
    const auto h = twoParts(300, 7);
    const Embedding e = randomEmbedding(*h, Manifold::poincare(), 3, 3, 8);
    const auto all = distortion(e, *h).value();
    DistortionOptions options;
    options.pairs = 20000;
    for (options.seed = 0; options.seed < 5; ++options.seed) {
        const auto some = distortion(e, *h, options).value();
        EXPECT_TRUE(some.drawn);
        EXPECT_EQ(some.pairs + some.apart, 20000u);
        EXPECT_NEAR(*some.average, *all.average, 5 * *some.averageError);
        EXPECT_EQ(some.neighborMap, all.neighborMap);
    }
    options.pairs = 1'000'000;  // more than there are
    EXPECT_EQ(distortion(e, *h, options).value().average, all.average);
}

TEST(Distortion, OfNodesAveragesToTheWholeInOneComponent) {
    const auto h = randomHierarchy(90, 2);
    const Embedding e = randomEmbedding(*h, Manifold::lorentz(), 3, 2, 1);
    const auto score = distortion(e, *h).value();
    const auto each = nodeDistortion(e, *h, score.scale).value();
    double sum = 0;
    for (const auto& mean : each)
        sum += *mean;
    EXPECT_NEAR(sum / 90, *score.average, 1e-12);
}

TEST(Distortion, TellsMissingRowsAndOnePoint) {
    const auto h = Hierarchy::create(Items::create({"a", "b", "c"}).value(), {{0, 1}, {1, 2}}).value();
    Embedding e;
    e.items = Items::create({"a", "c", "x"}).value();
    e.vectors = Vectors(3, 1, std::vector<double>{0, 4, 1});
    DistortionOptions options;
    EXPECT_FALSE(distortion(e, *h, options).ok());
    options.partial = true;
    const auto score = distortion(e, *h, options).value();  // the path leads over the node without a row
    EXPECT_DOUBLE_EQ(score.scale, 2);
    EXPECT_EQ(score.missing, 1u);
    EXPECT_EQ(score.strangers, 1u);
    EXPECT_FALSE(score.neighborMap);
    e.vectors = Vectors(3, 1, std::vector<double>{4, 4, 1});
    const auto point = distortion(e, *h, options).value();
    EXPECT_FALSE(point.average || point.worst);
    options.progress = [](double) { return false; };
    EXPECT_EQ(distortion(e, *h, options).error().blame, Blame::Cancelled);
}

TEST(DrawPairs, AreDifferentAndAsMany) {
    for (const size_t count : {0u, 1u, 30u, 100u, 189u, 190u, 500u}) {
        const auto pairs = drawPairs(20, count, count);
        EXPECT_EQ(pairs.size(), std::min<size_t>(count, 190));
        EXPECT_EQ(std::set<RowPair>(pairs.begin(), pairs.end()).size(), pairs.size());
        EXPECT_TRUE(std::ranges::is_sorted(pairs));
        for (const auto& pair : pairs)
            EXPECT_TRUE(pair.first < pair.second && pair.second < 20);
    }
    EXPECT_TRUE(drawPairs(1, 5, 0).empty());
}

}  // namespace
}  // namespace horo
