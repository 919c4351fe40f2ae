#include "core/data/embedding.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>

namespace horo {
namespace {

Embedding ball(std::vector<double> values) {
    Embedding embedding;
    std::vector<std::string> names;
    for (size_t i = 0; i < values.size() / 2; ++i)
        names.push_back(fmt::format("row{}", i));
    embedding.items = Items::create(names).value();
    embedding.vectors = Vectors(names.size(), 2, std::move(values));
    embedding.manifold = Manifold::poincare();
    return embedding;
}

TEST(Embedding, CountsWhatAPersonShouldKnow) {
    const double nan = std::nan("");
    Embedding embedding = ball({0, 0, nan, 0, 0.6, 0.8, 0, 0.999, -0.0, 0, 2, 0});
    embedding.normLimit = embedding.manifold.radius(embedding.row(3));
    const Health health = embedding.health();
    EXPECT_EQ(health.nonFinite, 1u);
    EXPECT_EQ(health.outside, 2u);
    EXPECT_EQ(health.atLimit, 1u);
    EXPECT_EQ(health.duplicates, 1u);
    EXPECT_FALSE(health.usable());
    EXPECT_TRUE(ball({0, 0, 0.5, 0.5}).health().usable());
}

TEST(Embedding, RefusesByName) {
    const Error error = requireUsable(ball({0, 0, 1, 0, std::nan(""), 0})).error();
    EXPECT_NE(error.cause.find("row1"), std::string::npos);
    EXPECT_NE(error.cause.find("1 more"), std::string::npos);
    EXPECT_EQ(error.blame, Blame::Input);
    EXPECT_TRUE(requireUsable(ball({0, 0, 0.5, 0})).ok());
}

TEST(Embedding, DistanceIsTheManifolds) {
    EXPECT_NEAR(ball({0, 0, 0.5, 0}).distance(0, 1), std::log(3.0), 1e-15);
    Embedding single = ball({0, 0, 0.5, 0});
    single.vectors = Vectors(2, 2, std::vector<float>{0, 0, 0.5f, 0});
    EXPECT_NEAR(single.distance(0, 1), std::log(3.0), 1e-15);
    EXPECT_FALSE(single.vectors.isDouble());
    EXPECT_EQ(single.vectors.toDouble(), (std::vector<double>{0, 0, 0.5, 0}));
}

}  // namespace
}  // namespace horo
