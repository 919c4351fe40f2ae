// The tables of distortion and movement.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/hierarchy/path_lengths.h"
#include "core/measure/distortion.h"
#include "core/method/registry.h"
#include "core/method/run.h"
#include "tests/core/measure/random_hierarchy.h"

namespace horo {
namespace {

std::shared_ptr<const Object> objectOf(const std::string& id, Payload payload) {
    auto object = std::make_shared<Object>();
    object->id = object->name = id;
    object->payload = std::move(payload);
    return object;
}

Finished ran(const std::string& id, std::map<std::string, std::shared_ptr<const Object>> inputs,
             const std::map<std::string, std::string>& values = {}) {
    horo::Run run;
    run.method = Registry::global().find(id).value();
    run.inputs = std::move(inputs);
    run.parameters = Parameters(run.method->declaration());
    for (const auto& [name, value] : values)
        EXPECT_TRUE(run.parameters.set(run.method->declaration(), name, value).ok());
    Conditions conditions;
    conditions.threads = 2;
    Context context(conditions);
    auto finished = execute(run, context);
    EXPECT_TRUE(finished.ok()) << (finished.ok() ? "" : finished.error().text());
    return std::move(*finished);
}

const std::vector<double>& numbers(const Table& table, const std::string& name) {
    for (const Column& column : table.columns)
        if (column.name == name) return std::get<std::vector<double>>(column.values);
    throw std::runtime_error("no column " + name);
}

const std::vector<std::string>& texts(const Table& table, size_t column) {
    return std::get<std::vector<std::string>>(table.columns[column].values);
}

struct Sample {
    std::shared_ptr<const Hierarchy> hierarchy = randomHierarchy(60, 5);
    std::shared_ptr<const Embedding> embedding =
        std::make_shared<const Embedding>(randomEmbedding(*hierarchy, Manifold::poincare(), 2, 2, 6));
    std::map<std::string, std::shared_ptr<const Object>> inputs() const {
        return {{"embedding", objectOf("e", embedding)}, {"hierarchy", objectOf("h", hierarchy)}};
    }
};

TEST(WorstPairs, AreThoseOfTheNaiveList) {
    const Sample sample;
    const auto finished = ran("measure.worst-pairs", sample.inputs(), {{"share", "0.05"}});
    const auto table = std::get<std::shared_ptr<const Table>>(finished.outcome.output);
    const double scale = distortion(*sample.embedding, *sample.hierarchy).value().scale;
    std::vector<double> naive;
    const PathLengths paths(*sample.hierarchy);
    std::vector<uint32_t> lengths(60);
    std::vector<Node> queue;
    for (Node i = 0; i < 60; ++i) {
        paths.from(i, lengths, queue);
        for (Node j = i + 1; j < 60; ++j)
            naive.push_back(std::abs(sample.embedding->distance(i, j) / scale - lengths[j]) / lengths[j]);
    }
    std::sort(naive.rbegin(), naive.rend());
    const auto& errors = numbers(*table, "error");
    ASSERT_EQ(errors.size(), 89u);  // 5 % of 1,770 pairs, rounded up
    for (size_t i = 0; i < errors.size(); ++i)
        EXPECT_NEAR(errors[i], naive[i], 1e-9);
    for (size_t i = 0; i < errors.size(); ++i) {
        const size_t a = *sample.hierarchy->items()->rowOf(std::string_view(texts(*table, 0)[i])),
                     b = *sample.hierarchy->items()->rowOf(std::string_view(texts(*table, 1)[i]));
        EXPECT_NEAR(numbers(*table, "distance")[i], sample.embedding->distance(a, b), 1e-12);
    }
}

TEST(WorstPairs, OfDrawnNodesAreAmongAllAndStandOnce) {
    const Sample sample;
    const auto finished = ran("measure.worst-pairs", sample.inputs(), {{"share", "1"}, {"sources", "10"}});
    const auto table = std::get<std::shared_ptr<const Table>>(finished.outcome.output);
    std::set<std::pair<std::string, std::string>> pairs;
    for (size_t i = 0; i < table->rows(); ++i)
        EXPECT_TRUE(pairs.insert(std::minmax(texts(*table, 0)[i], texts(*table, 1)[i])).second);
    EXPECT_EQ(pairs.size(), 10u * 9 / 2 + 10 * 50);
    EXPECT_FALSE(finished.outcome.report.warnings.empty());
}

TEST(NodeDistortionTable, HoldsTheMeansAndTheEdges) {
    const Sample sample;
    const auto finished = ran("measure.node-distortion", sample.inputs());
    const auto table = std::get<std::shared_ptr<const Table>>(finished.outcome.output);
    const double scale = distortion(*sample.embedding, *sample.hierarchy).value().scale;
    const auto means = nodeDistortion(*sample.embedding, *sample.hierarchy, scale).value();
    ASSERT_EQ(table->rows(), 60u);
    for (Node v = 0; v < 60; ++v)
        EXPECT_NEAR(numbers(*table, "distortion")[v], *means[v], 1e-9);
    EXPECT_TRUE(std::isnan(numbers(*table, "edge length")[0]));  // the root
    EXPECT_GT(numbers(*table, "edge length")[59], 0);
}

TEST(Movement, IsNothingForATurnedAndLargerPictureAndFindsWhatMoved) {
    const Sample sample;
    std::vector<double> turned, larger;
    Embedding flat = *sample.embedding;
    flat.manifold = Manifold::euclidean();
    for (size_t i = 0; i < 60; ++i) {
        const double x = flat.vectors.at(i, 0), y = flat.vectors.at(i, 1);
        turned.push_back(-3 * y + 1), turned.push_back(3 * x - 2);
    }
    turned[2 * 41] += 50;
    Embedding other = flat;
    other.vectors = Vectors(60, 2, turned);
    const auto finished =
        ran("compare.movement", {{"a", objectOf("a", std::make_shared<const Embedding>(flat))},
                                 {"b", objectOf("b", std::make_shared<const Embedding>(other))}});
    const auto table = std::get<std::shared_ptr<const Table>>(finished.outcome.output);
    EXPECT_EQ(texts(*table, 0).front(), "n41");
    EXPECT_GT(numbers(*table, "moved")[0], 5 * numbers(*table, "moved")[1]);
    turned[2 * 41] -= 50;
    other.vectors = Vectors(60, 2, turned);
    const auto same =
        ran("compare.movement", {{"a", objectOf("a", std::make_shared<const Embedding>(flat))},
                                 {"b", objectOf("b", std::make_shared<const Embedding>(other))}});
    EXPECT_LT(numbers(*std::get<std::shared_ptr<const Table>>(same.outcome.output), "moved")[0], 1e-12);
}

}  // namespace
}  // namespace horo
