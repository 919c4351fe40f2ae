#include "core/measure/row_distances.h"

#include <gtest/gtest.h>

#include "tests/core/measure/random_hierarchy.h"

namespace horo {
namespace {

TEST(RowDistances, EveryInstructionSetGivesTheManifoldsDistances) {
    const auto hierarchy = randomHierarchy(150, 3);
    for (const Manifold& manifold : {Manifold::poincare(), Manifold::poincare(-2.5), Manifold::euclidean(),
                                     Manifold::lorentz(), Manifold::sphere(2)})
        for (const double spread : {1e-9, 1.0, 8.0}) {
            const Embedding embedding = randomEmbedding(*hierarchy, manifold, 5, spread, 6);
            const MatchedRows match(embedding, *hierarchy);
            for (int set = 0; set <= static_cast<int>(bestInstructionSet()); ++set) {
                const RowDistances distances(embedding, match, static_cast<InstructionSet>(set));
                std::vector<double> out(150);
                for (const size_t first : {0u, 1u, 77u, 149u})
                    for (const size_t i : {0u, 30u, 149u}) {
                        const std::span<double> some = std::span(out).first(150 - first);
                        distances.from(i, first, some);
                        for (size_t k = 0; k < some.size(); ++k) {
                            const double wanted = embedding.distance(i, first + k);
                            EXPECT_NEAR(some[k], wanted, 1e-14 * wanted);
                            EXPECT_EQ(distances(i, first + k), wanted);
                        }
                    }
            }
        }
}

}  // namespace
}  // namespace horo
