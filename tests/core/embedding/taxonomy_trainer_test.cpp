#include "core/embedding/taxonomy_trainer.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <set>
#include <thread>

#include "core/embedding/pair_sampler.h"
#include "core/embedding/rate_schedule.h"
#include "core/embedding/tree_layout.h"
#include "core/hierarchy/split.h"
#include "core/measure/link_prediction.h"
#include "core/measure/reconstruction.h"
#include "tests/core/measure/random_hierarchy.h"

namespace horo {
namespace {

/// A complete tree of 3 children a node, 121 nodes.
std::shared_ptr<const Hierarchy> tree() {
    std::vector<std::string> names{"root"};
    std::vector<Hierarchy::Edge> edges;
    for (uint32_t v = 1; v < 121; ++v) {
        names.push_back(fmt::format("n{}", v));
        edges.push_back({(v - 1) / 3, v});
    }
    return Hierarchy::create(Items::create(names).value(), edges).value();
}

TaxonomyOptions quick() {
    TaxonomyOptions options;
    options.epochs = 150;
    options.burnin = 10;
    options.threads = 1;
    return options;
}

double mapOf(const Embedding& embedding, const Hierarchy& hierarchy) {
    return reconstruction(embedding, hierarchy, Closure(hierarchy)).value().map;
}

TEST(TaxonomyTrainer, LearnsATreeInEveryGeometry) {
    const auto hierarchy = tree();
    for (const auto kind : {ManifoldKind::Poincare, ManifoldKind::Lorentz, ManifoldKind::Euclidean}) {
        for (const auto precision : {Precision::Float32, Precision::Float64}) {
            for (const auto start : {TaxonomyStart::Random, TaxonomyStart::TreeLayout}) {
                TaxonomyOptions options = quick();
                options.manifold = kind;
                options.precision = precision;
                options.start = start;
                options.dim = 5;
                const auto outcome = TaxonomyTrainer::create(hierarchy, options).value()->run().value();
                const Embedding& embedding = outcome.embedding;
                EXPECT_EQ(embedding.manifold.kind(), kind);
                EXPECT_EQ(embedding.rows(), 121u);
                EXPECT_EQ(embedding.columns(), kind == ManifoldKind::Lorentz ? 6u : 5u);
                EXPECT_TRUE(embedding.health().usable());
                EXPECT_EQ(outcome.epochs, 150);
                EXPECT_FALSE(outcome.stopped);
                EXPECT_GT(mapOf(embedding, *hierarchy), kind == ManifoldKind::Euclidean ? 0.5 : 0.95)
                    << manifoldName(kind) << static_cast<int>(precision) << static_cast<int>(start);
            }
        }
    }
}

TEST(TaxonomyTrainer, TheSameSeedGivesTheSameBytesWhenDeterministic) {
    const auto hierarchy = tree();
    TaxonomyOptions options = quick();
    options.epochs = 20;
    options.deterministic = true;
    options.threads = 4;
    const auto bytes = [&](uint64_t seed) {
        options.seed = seed;
        return TaxonomyTrainer::create(hierarchy, options)
            .value()
            ->run()
            .value()
            .embedding.vectors.toDouble();
    };
    EXPECT_EQ(bytes(3), bytes(3));
    EXPECT_NE(bytes(3), bytes(4));
}

TEST(TaxonomyTrainer, ReportsEachEpochAndStopsWhenTold) {
    const auto hierarchy = tree();
    const auto trainer = TaxonomyTrainer::create(hierarchy, quick()).value();
    int last = 0;
    const auto outcome = trainer->run([&](const TaxonomyProgress& progress) {
        EXPECT_TRUE(progress.epoch == last || progress.epoch == last + 1);
        EXPECT_EQ(progress.epochs, 150);
        EXPECT_GE(progress.secondsLeft, 0);
        last = progress.epoch;
        const Embedding snapshot = trainer->snapshot();
        EXPECT_EQ(snapshot.items, hierarchy->items());
        EXPECT_TRUE(snapshot.health().usable());
        return progress.epoch < 12;
    });
    ASSERT_TRUE(outcome.ok());
    EXPECT_TRUE(outcome->stopped);
    EXPECT_EQ(outcome->epochs, 12);
    EXPECT_TRUE(outcome->embedding.health().usable());
}

TEST(TaxonomyTrainer, PausesAndGivesSnapshotsToOtherThreads) {
    const auto trainer = TaxonomyTrainer::create(randomHierarchy(3000, 1),
                                                 [] {
                                                     TaxonomyOptions options = quick();
                                                     options.epochs = 1000000;
                                                     options.threads = 2;
                                                     return options;
                                                 }())
                             .value();
    std::atomic<int> epochs{0};
    bool stopped = false;
    std::jthread worker([&] {
        stopped = trainer
                      ->run([&](const TaxonomyProgress& progress) {
                          epochs = progress.epoch;
                          return true;
                      })
                      ->stopped;
    });
    const auto waitFor = [](auto condition) {
        while (!condition())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    };
    waitFor([&] { return epochs > 1; });
    for (int i = 0; i < 20; ++i)
        EXPECT_TRUE(trainer->snapshot().health().usable());
    trainer->pause(true);
    // Two equal snapshots some time apart: training stands still (at most one slice was still running).
    Embedding before = trainer->snapshot();
    waitFor([&] {
        Embedding now = trainer->snapshot();
        const bool same = now.vectors.toDouble() == before.vectors.toDouble();
        before = now;
        return same;
    });
    trainer->pause(false);
    const int paused = epochs;
    waitFor([&] { return epochs > paused + 1; });
    trainer->stop();
    worker.join();
    EXPECT_TRUE(stopped);
}

TEST(TaxonomyTrainer, MinutesEndTrainingAndBendTheRate) {
    TaxonomyOptions options = quick();
    options.epochs = 10000000;
    options.burnin = 0;
    options.minutes = 0.01;
    // Falls all the way, so that even a slow machine, with few slices in the time there is, reports the fall.
    options.riseShare = 0, options.riseFrom = 1, options.holdShare = 0, options.finalRate = 0.05;
    double lastRate = options.lr;
    const auto outcome =
        TaxonomyTrainer::create(tree(), options).value()->run([&](const TaxonomyProgress& progress) {
            EXPECT_LE(progress.rate, lastRate);
            lastRate = progress.rate;
            return true;
        });
    EXPECT_FALSE(outcome->stopped);
    EXPECT_LT(outcome->epochs, 10000000);
    EXPECT_LT(lastRate, 0.5 * options.lr);
}

TEST(TaxonomyTrainer, WithoutTheClosureHeldOutPairsStayUnseen) {
    const auto hierarchy = tree();
    const Closure closure(*hierarchy);
    const auto split = splitClosure(*hierarchy, closure, 0.3, 1);
    const auto training = Hierarchy::create(hierarchy->items(), split.train).value();
    // The positives of a training are its pairs: those of the edges have none that is held out.
    std::set<std::pair<Node, Node>> positives;
    for (const auto& pair : trainingPairs(Closure::ofEdges(*training)))
        positives.insert({pair.ancestor, pair.node});
    size_t closed = 0;
    const Closure reclosed(*training);
    for (const auto& edge : split.heldOut) {
        EXPECT_FALSE(positives.contains({edge.parent, edge.child}));
        closed += reclosed.isAncestor(edge.parent, edge.child);
    }
    EXPECT_EQ(closed, split.heldOut.size());

    TaxonomyOptions options = quick();
    options.epochs = 40;
    options.deterministic = true;
    std::vector<HeldOutPair> heldOut;
    for (const auto& edge : split.heldOut)
        heldOut.push_back({edge.child, edge.parent});
    const auto trained = [&](bool withClosure) {
        options.closure = withClosure;
        size_t pairs = 0;
        const auto outcome = TaxonomyTrainer::create(training, options).value()->run([&](const auto& at) {
            pairs = at.pairs / static_cast<size_t>(std::max(1, at.epoch));
            return true;
        });
        // The root has no pair in which a stranger can be told from it, but its children have.
        EXPECT_EQ(pairs, withClosure ? closure.pairCount() : split.train.size());
        return linkPrediction(outcome->embedding, *training, reclosed, heldOut).value().map;
    };
    EXPECT_LT(trained(false), trained(true));
}

TEST(TaxonomyTrainer, RefusesWhatCannotBeTrained) {
    const auto fails = [](auto change) {
        TaxonomyOptions options = quick();
        change(options);
        return TaxonomyTrainer::create(tree(), options).error().blame == Blame::Usage;
    };
    EXPECT_TRUE(fails([](auto& o) { o.dim = 1; }));
    EXPECT_TRUE(fails([](auto& o) { o.negatives = 0; }));
    EXPECT_TRUE(fails([](auto& o) { o.lr = 0; }));
    EXPECT_TRUE(fails([](auto& o) { o.lr = std::nan(""); }));
    EXPECT_TRUE(fails([](auto& o) {
        o.lr = 20;
        o.batch = 10;
    }));
    EXPECT_TRUE(fails([](auto& o) { o.minutes = -1; }));
    EXPECT_TRUE(fails([](auto& o) { o.holdShare = 2; }));
    EXPECT_TRUE(fails([](auto& o) { o.manifold = ManifoldKind::Sphere; }));
    const auto lone = Hierarchy::create(Items::create({"a", "b"}).value(), {{0, 1}}).value();
    EXPECT_EQ(TaxonomyTrainer::create(lone, quick()).error().blame, Blame::Input);
}

TEST(RateSchedule, RisesHoldsAndFalls) {
    const RateSchedule schedule{0.1, 0.2, 0.4, 0.05};
    EXPECT_DOUBLE_EQ(schedule.at(0), 0.2);
    EXPECT_DOUBLE_EQ(schedule.at(0.05), 0.6);
    EXPECT_DOUBLE_EQ(schedule.at(0.2), 1);
    EXPECT_DOUBLE_EQ(schedule.at(0.4), 1);
    EXPECT_DOUBLE_EQ(schedule.at(0.7), 0.525);
    EXPECT_DOUBLE_EQ(schedule.at(1), 0.05);
    EXPECT_DOUBLE_EQ((RateSchedule{0, 1, 1, 0}).at(1), 1);
}

TEST(RadialTreeLayout, PutsSubtreesIntoSectors) {
    const auto hierarchy = tree();
    const SpanningTree spanning(*hierarchy);
    const auto points = radialTreeLayout(spanning, 0.7, 2.5);
    EXPECT_EQ(std::abs(points[0]), 0);
    for (Node v = 1; v < 121; ++v) {
        EXPECT_NEAR(2 * std::atanh(std::abs(points[v])), std::min(2.5, 0.7 * hierarchy->depth(v)), 1e-9);
        if (hierarchy->depth(v) < 2) continue;
        // Within a twelfth of the circle of its ancestor on the first ring, which owns a third of it.
        const Node branch = spanning.path(v)[1];
        EXPECT_LT(std::abs(std::arg(points[v] / points[branch])), 3.1416 / 3);
    }
}

}  // namespace
}  // namespace horo
