#include "core/measure/ranking.h"

#include <gtest/gtest.h>

#include "tests/core/measure/random_hierarchy.h"

namespace horo {
namespace {

TEST(RankTable, EveryInstructionSetGivesTheSameAnswers) {
    const auto hierarchy = randomHierarchy(333, 10);
    const Closure closure(*hierarchy);
    std::vector<RankQuery> queries;
    for (uint32_t u = 0; u < 333; ++u)
        queries.push_back({u, closure.ancestors(u), {}});
    for (const Manifold& manifold : {Manifold::euclidean(), Manifold::sphere(), Manifold::poincare(),
                                     Manifold::lorentz(), Manifold::lorentz(-3)}) {
        for (const double spread : {1.0, 30.0}) {
            const Embedding embedding = randomEmbedding(*hierarchy, manifold, 5, spread, 6);
            std::vector<RankAnswer> first(queries.size()), answers(queries.size());
            for (int set = 0; set <= static_cast<int>(bestInstructionSet()); ++set) {
                const RankTable table(manifold, embedding.vectors.toDouble(), 5,
                                      static_cast<InstructionSet>(set));
                table.answer(queries, answers);
                if (set == 0) first = answers;
                for (size_t i = 0; i < answers.size(); ++i) {
                    EXPECT_EQ(answers[i].rankSum, first[i].rankSum);
                    EXPECT_EQ(answers[i].averagePrecision, first[i].averagePrecision);
                    EXPECT_EQ(answers[i].ties, first[i].ties);
                }
            }
        }
    }
}

}  // namespace
}  // namespace horo
