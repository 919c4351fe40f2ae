// embed.cones and embed.order as whole runs.
#include <gtest/gtest.h>

#include <set>

#include "core/embedding/embedding_cones.h"
#include "core/embedding/entailment_task.h"
#include "core/io/reader.h"
#include "core/method/registry.h"
#include "core/method/run.h"
#include "tests/core/measure/random_hierarchy.h"

namespace horo {
namespace {

using Settings = std::map<std::string, std::string>;

std::shared_ptr<const Object> objectOf(Payload payload) {
    auto object = std::make_shared<Object>();
    object->id = object->name = "input";
    object->payload = std::move(payload);
    return object;
}

Run runOf(const char* id, std::shared_ptr<const Hierarchy> hierarchy, const Settings& settings) {
    Run run;
    run.method = Registry::global().find(id).value();
    run.parameters = Parameters(run.method->declaration());
    for (const auto& [name, value] : settings)
        EXPECT_TRUE(run.parameters.set(run.method->declaration(), name, value).ok()) << name;
    run.inputs["hierarchy"] = objectOf(std::move(hierarchy));
    return run;
}

Conditions deterministic(uint64_t seed = 0) {
    Conditions conditions;
    conditions.seed = seed;
    conditions.deterministic = true;
    return conditions;
}

/// Counts what a run shows; stops it after `limit` questions.
class Listener final : public Context {
public:
    explicit Listener(int limit = 1 << 30, Conditions conditions = deterministic())
        : Context(std::move(conditions)), limit_(limit) {}
    bool keepGoing() override { return limit_-- > 0; }
    bool wantsPicture() override { return true; }
    void publish(Payload picture) override {
        last = std::get<std::shared_ptr<const Embedding>>(picture), ++pictures;
    }
    void measure(std::string_view curve, double, double) override { curves.insert(std::string(curve)); }

    std::set<std::string> curves;
    std::shared_ptr<const Embedding> last;
    int pictures = 0;

private:
    int limit_;
};

double score(const Finished& finished, const char* key) {
    const Score* found = finished.outcome.report.find(key);
    return found && found->value ? *found->value : -1;
}

std::shared_ptr<const Embedding> rowsOf(const Finished& finished) {
    return std::get<std::shared_ptr<const Embedding>>(finished.outcome.output);
}

/// A complete tree of 3 children a node, 364 nodes.
std::shared_ptr<const Hierarchy> tree() {
    std::vector<std::string> names{"root"};
    std::vector<Hierarchy::Edge> edges;
    for (uint32_t v = 1; v < 364; ++v) {
        names.push_back(fmt::format("n{}", v));
        edges.push_back({(v - 1) / 3, v});
    }
    return Hierarchy::create(Items::create(names).value(), edges).value();
}

TEST(EmbedCones, LearnATree) {
    Listener listener;
    const auto finished = execute(runOf("embed.cones", tree(), {}), listener).value();
    EXPECT_GT(score(finished, "f1"), 0.75);
    EXPECT_GT(score(finished, "f1"), score(finished, "frequency_f1") + 0.2);
    EXPECT_EQ(score(finished, "closure_f1"), 1);
    EXPECT_GT(score(finished, "start_f1"), 0.3);
    EXPECT_EQ(listener.curves, (std::set<std::string>{"loss", "start_loss", "validation_f1"}));
    EXPECT_GT(listener.pictures, 100);
    EXPECT_EQ(conesOf(*listener.last)->aperture(), 0.1);
    const auto rows = rowsOf(finished);
    EXPECT_EQ(rows->manifold.kind(), ManifoldKind::Poincare);
    EXPECT_EQ(conesOf(*rows)->aperture(), 0.1);
    EXPECT_EQ(rows->row(0), std::vector<double>(5, 0.0));
}

TEST(EmbeddingCones, AreThoseOfTheMetaOrNone) {
    Embedding embedding;
    embedding.manifold = Manifold::poincare();
    embedding.method = "embed.cones";
    for (const char* broken : {"", "{", "[]", "{}", R"({"aperture": "wide"})", R"({"aperture": -1})"}) {
        embedding.parameters = broken;
        EXPECT_FALSE(conesOf(embedding)) << broken;
    }
    embedding.parameters = R"({"aperture": 0.25})";
    EXPECT_EQ(conesOf(embedding)->aperture(), 0.25);
    embedding.method = "embed.taxonomy";
    EXPECT_FALSE(conesOf(embedding));
}

TEST(EmbedCones, LearnTheMammalsOfWordNet) {
    const auto mammals = openSource("wordnet:mammal", {Kind::Hierarchy});
    if (!mammals) GTEST_SKIP() << mammals.error().text();
    const auto hierarchy = std::get<std::shared_ptr<const Hierarchy>>(mammals->payload);
    Listener listener;
    const auto cones = execute(runOf("embed.cones", hierarchy, {}), listener).value();
    EXPECT_GT(score(cones, "f1"), 0.75);
    EXPECT_GT(score(cones, "f1"), score(cones, "start_f1"));
    const auto order = execute(runOf("embed.order", hierarchy, {{"epochs", "100"}}), listener).value();
    EXPECT_GT(score(order, "f1"), 0.6);
    EXPECT_EQ(score(order, "frequency_f1"), score(cones, "frequency_f1"));  // the same pairs
}

TEST(EmbedOrder, LearnsATree) {
    Listener listener;
    const auto finished = execute(runOf("embed.order", tree(), {{"dim", "10"}}), listener).value();
    EXPECT_GT(score(finished, "f1"), 0.7);
    const auto rows = rowsOf(finished);
    EXPECT_EQ(rows->manifold.kind(), ManifoldKind::Euclidean);
    for (size_t i = 0; i < rows->rows(); ++i)
        for (const double value : rows->row(i))
            EXPECT_GE(value, 0);
}

TEST(EntailmentMethods, RepeatWithTheSameSeed) {
    for (const char* id : {"embed.cones", "embed.order"}) {
        const auto bytes = [&](uint64_t seed) {
            Listener listener(1 << 30, deterministic(seed));
            return rowsOf(execute(runOf(id, tree(), {{"epochs", "20"}}), listener).value())
                ->vectors.toDouble();
        };
        EXPECT_EQ(bytes(3), bytes(3)) << id;
        EXPECT_NE(bytes(3), bytes(4)) << id;
    }
}

TEST(EntailmentMethods, LearnOnSeveralThreads) {
    Conditions conditions;
    conditions.threads = 3;
    for (const char* id : {"embed.cones", "embed.order"}) {
        Listener listener(1 << 30, conditions);
        const auto finished = execute(runOf(id, tree(), {{"batch", "10"}}), listener).value();
        EXPECT_GT(score(finished, "f1"), 0.6) << id;
    }
}

TEST(EntailmentMethods, StoppedGiveWhatThereIs) {
    for (const char* id : {"embed.cones", "embed.order"})
        for (const int limit : {5, 50, 400}) {
            Listener listener(limit);
            const auto finished = execute(runOf(id, tree(), {{"epochs", "100000"}}), listener).value();
            EXPECT_TRUE(finished.outcome.partial) << id;
            EXPECT_TRUE(rowsOf(finished)->health().usable());
            EXPECT_GE(score(finished, "f1"), 0);
        }
}

TEST(EntailmentMethods, TakeGraphsSeveralRootsAndTinyHierarchies) {
    const auto forest = Hierarchy::create(Items::create({"a", "b", "c", "d", "e", "f"}).value(),
                                          {{0, 2}, {2, 3}, {1, 4}, {4, 5}, {0, 4}})
                            .value();
    const auto chain =
        Hierarchy::create(Items::create({"a", "b", "c", "d"}).value(), {{0, 1}, {1, 2}, {2, 3}}).value();
    const auto one = Hierarchy::create(Items::create({"a"}).value(), {}).value();
    for (const char* id : {"embed.cones", "embed.order"}) {
        Listener listener;
        const Settings quick{{"epochs", "5"}};
        const auto graph = execute(runOf(id, randomHierarchy(200, 1), quick), listener);
        ASSERT_TRUE(graph.ok()) << graph.error().text();
        EXPECT_GE(score(*graph, "f1"), 0);
        const auto roots = execute(runOf(id, forest, quick), listener);
        ASSERT_TRUE(roots.ok()) << roots.error().text();
        const auto tiny = execute(runOf(id, chain, quick), listener);
        EXPECT_TRUE(!tiny || rowsOf(*tiny)->health().usable());
        EXPECT_FALSE(execute(runOf(id, one, quick), listener).ok());
    }
}

class ConesFromAStart : public testing::Test {
protected:
    ConesFromAStart() : hierarchy(randomHierarchy(120, 2)) {}
    Result<Finished> from(Embedding start) {
        auto run = runOf("embed.cones", hierarchy, {{"epochs", "5"}});
        run.inputs["start"] = objectOf(std::make_shared<const Embedding>(std::move(start)));
        Listener listener;
        return execute(run, listener);
    }
    std::shared_ptr<const Hierarchy> hierarchy;
};

TEST_F(ConesFromAStart, TakesItsDimensionAndSaysWhatItMayHaveSeen) {
    const auto ball = from(randomEmbedding(*hierarchy, Manifold::poincare(), 3, 2, 1)).value();
    EXPECT_EQ(rowsOf(ball)->columns(), 3u);
    ASSERT_FALSE(ball.outcome.report.warnings.empty());
    EXPECT_NE(ball.outcome.report.warnings.back().find("held out"), std::string::npos);
    const auto surface = from(randomEmbedding(*hierarchy, Manifold::lorentz(-0.5), 4, 2, 1)).value();
    EXPECT_EQ(rowsOf(surface)->columns(), 3u);
    EXPECT_EQ(rowsOf(surface)->manifold, Manifold::poincare());
}

TEST_F(ConesFromAStart, RefusesOneThatIsNoBallOrLacksRows) {
    EXPECT_EQ(from(randomEmbedding(*hierarchy, Manifold::euclidean(), 3, 2, 1)).error().blame, Blame::Input);
    EXPECT_EQ(from(randomEmbedding(*hierarchy, Manifold::sphere(), 3, 1, 1)).error().blame, Blame::Input);
    EXPECT_EQ(from(randomEmbedding(*hierarchy, Manifold::poincare(), 1, 1, 1)).error().blame, Blame::Input);
    const auto fewer = randomHierarchy(119, 2);
    const auto missing = from(randomEmbedding(*fewer, Manifold::poincare(), 3, 1, 1));
    ASSERT_FALSE(missing.ok());
    EXPECT_NE(missing.error().cause.find("n119"), std::string::npos);
}

}  // namespace
}  // namespace horo
