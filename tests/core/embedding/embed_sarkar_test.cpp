// The method embed.sarkar with the files, sessions and measures that its rows go through.
#include <gtest/gtest.h>

#include <numbers>

#include "core/data/same_payload.h"
#include "core/hierarchy/path_lengths.h"
#include "core/io/embedding_file.h"
#include "core/io/npy.h"
#include "core/io/reader.h"
#include "core/io/writer.h"
#include "core/measure/depth_norm.h"
#include "core/measure/distortion.h"
#include "core/measure/reconstruction.h"
#include "core/method/registry.h"
#include "core/session/session.h"
#include "tests/core/measure/random_hierarchy.h"
#include "tests/core/scratch.h"

namespace horo {
namespace {

using Tree = std::shared_ptr<const Hierarchy>;

Outcome sarkar(const Tree& tree, const std::map<std::string, std::string>& set = {}) {
    const Method* method = Registry::global().find("embed.sarkar").value();
    Parameters parameters(method->declaration());
    for (const auto& [name, value] : set)
        EXPECT_TRUE(parameters.set(method->declaration(), name, value).ok()) << name;
    Inputs inputs;
    inputs.set("hierarchy", tree);
    Context context({});
    return method->run(inputs, parameters, context).value();
}

Embedding rowsOf(const Outcome& outcome) {
    return *std::get<std::shared_ptr<const Embedding>>(outcome.output);
}

Tree animals() {
    return randomHierarchy(80, 21);
}

TEST(EmbedSarkar, GivesExtendedRowsOnlyWhereDoublesDoNotSuffice) {
    const Outcome small = sarkar(animals(), {{"tau", "1"}});
    EXPECT_FALSE(rowsOf(small).extended);
    EXPECT_FALSE(small.report.find("rounded_together"));
    const Outcome large = sarkar(animals());
    ASSERT_TRUE(rowsOf(large).extended);
    EXPECT_GT(large.report.find("max_radius")->value, 36);
    EXPECT_EQ(large.report.find("bits")->value,
              std::round(*large.report.find("max_radius")->value / std::numbers::ln2));
    EXPECT_TRUE(requireUsable(rowsOf(large)).ok());
    EXPECT_EQ(rowsOf(large).health().outside, 0u);
    size_t shared = 0;
    const Embedding e = rowsOf(large);
    for (size_t i = 0; i < e.rows(); ++i) {
        bool found = false;
        for (size_t j = 0; j < e.rows(); ++j)
            found |= i != j && e.row(i) == e.row(j);
        shared += found;
    }
    EXPECT_EQ(large.report.find("rounded_together")->value, static_cast<double>(shared));
}

TEST(EmbedSarkar, MeasuresTakeTheExtendedRows) {
    const Tree tree = animals();
    const Embedding e = rowsOf(sarkar(tree, {{"epsilon", "0.2"}}));
    Embedding rounded = e;
    rounded.extended.reset();
    const Distortion score = distortion(e, *tree, {.fitScale = false}).value();
    double products = 0, squares = 0;
    const PathLengths paths(*tree);
    std::vector<uint32_t> lengths(tree->size());
    std::vector<Node> queue;
    for (Node i = 0; i < tree->size(); ++i) {
        paths.from(i, lengths, queue);
        for (Node j = 0; j < i; ++j)
            products += e.distance(i, j) * lengths[j], squares += 1.0 * lengths[j] * lengths[j];
    }
    EXPECT_NEAR(distortion(e, *tree).value().scale, products / squares, 1e-9 * products / squares);
    EXPECT_TRUE(score.average.has_value());
    const Closure closure(*tree);
    EXPECT_GT(reconstruction(e, *tree, closure).value().map,
              reconstruction(rounded, *tree, closure).value().map);
    const DepthNorm depth = depthNorm(e, *tree).value();
    EXPECT_GT(depth.spearmanDepth.value(), 0.95);
}

TEST(EmbedSarkar, NeighborMapIsThatOfAllDistances) {
    for (const char* epsilon : {"0.3", "3"}) {
        const Tree tree = randomHierarchy(200, 5);
        const Embedding e = rowsOf(sarkar(tree, {{"epsilon", epsilon}}));
        const PathLengths paths(*tree);
        double sum = 0;
        for (Node u = 0; u < tree->size(); ++u) {
            const auto positives = paths.neighbors(u);
            double precision = 0;
            for (const Node v : positives) {
                double within = 0, found = 0;
                for (Node w = 0; w < tree->size(); ++w)
                    if (w != u && e.distance(u, w) <= e.distance(u, v))
                        ++within, found += std::ranges::find(positives, w) != positives.end();
                precision += found / within;
            }
            sum += precision / static_cast<double>(positives.size());
        }
        EXPECT_NEAR(distortion(e, *tree).value().neighborMap.value(), sum / static_cast<double>(tree->size()),
                    1e-12);
    }
}

TEST(EmbedSarkar, FilesAndSessionsKeepAllDigits) {
    const Embedding e = rowsOf(sarkar(animals(), {{"dim", "3"}}));
    ASSERT_TRUE(e.extended);
    const Payload payload(std::make_shared<const Embedding>(e));
    const Scratch scratch;
    const auto opened = openSource(scratch.file("a.npz", payloadBytes(payload, "a.npz").value())).value();
    EXPECT_TRUE(samePayload(payload, opened.payload));
    EXPECT_TRUE(opened.details.contains("extended"));

    Workspace workspace;
    Object object;
    object.id = "embedding-1";
    object.name = "Sarkar";
    object.payload = payload;
    workspace.add(object);
    const auto back = sessionFromBytes(sessionBytes(workspace).value(), "a.horo").value();
    EXPECT_TRUE(samePayload(payload, back.objects.front()->payload));

    Embedding rounded = e;
    rounded.extended.reset();
    EXPECT_FALSE(samePayload(payload, Payload(std::make_shared<const Embedding>(rounded))));
    // Another manifold means the vectors as they stand.
    const auto flat =
        openSource(scratch.file("b.npz", payloadBytes(payload, "b.npz").value()) + "?manifold=euclidean");
    EXPECT_FALSE(std::get<std::shared_ptr<const Embedding>>(flat.value().payload)->extended);
}

TEST(EmbedSarkar, HostileExtendedRowsAreOneClearError) {
    const Embedding e = rowsOf(sarkar(animals()));
    const auto errorOf = [&](const std::string& member, const std::string& bytes) {
        auto members = embeddingMembers(e);
        members[member] = bytes;
        const auto read = embeddingFromMembers(members, "a.npz", "");
        return read.ok() ? std::string() : read.error().text();
    };
    const size_t n = e.rows();
    EXPECT_EQ(errorOf("unknown.npy", ""), "");
    EXPECT_NE(errorOf("extended.npy", "garbage").find("extended"), std::string::npos);
    EXPECT_NE(errorOf("extended.npy", npyBytes(std::vector<std::string>(2 * n, "0.1"))).find("shape"),
              std::string::npos);
    EXPECT_NE(errorOf("extended.npy", npyBytes(std::vector<std::string>(3 * n, "0.1"), 3)).find("shape"),
              std::string::npos);
    EXPECT_NE(errorOf("extended.npy", npyBytes(std::vector<std::string>(2 * n, "0.8"), 2)).find("rim"),
              std::string::npos);
    EXPECT_NE(
        errorOf("extended.npy", npyBytes(std::vector<std::string>(2 * n, "nan"), 2)).find("row 0, column 0"),
        std::string::npos);
    EXPECT_NE(errorOf("meta.npy", npyText(R"({"manifold": "euclidean"})")).find("Poincare"),
              std::string::npos);
    EXPECT_NE(errorOf("meta.npy", npyText(R"({"manifold": "poincare", "curvature": -2})")).find("Poincare"),
              std::string::npos);
}

TEST(EmbedSarkar, WordNetsNounsAsInThePaper) {
    const auto opened = openSource("wordnet:noun", {Kind::Hierarchy});
    if (!opened) GTEST_SKIP() << "wordnet-base is not installed";
    const auto nouns = std::get<Tree>(opened->payload);
    const Outcome outcome = sarkar(nouns, {{"epsilon", "1"}, {"tree", "longest"}});
    EXPECT_NEAR(outcome.report.find("tau")->value.value(), 24.9, 0.05);
    // tau * depth = 474 is what a straight line down would take; turns take some of it away.
    EXPECT_LE(outcome.report.find("max_radius")->value.value(), 474);
    EXPECT_GE(outcome.report.find("max_radius")->value.value(), 450);
    EXPECT_NEAR(outcome.report.find("bits")->value.value(), 683, 30);
}

}  // namespace
}  // namespace horo
