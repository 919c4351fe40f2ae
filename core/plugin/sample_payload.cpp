#include "core/plugin/sample_payload.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace horo {

namespace {

const std::vector<std::string> names{"animal", "mammal", "bird",  "dog",   "cat",  "whale",
                                     "poodle", "beagle", "robin", "eagle", "goose"};
const std::vector<Hierarchy::Edge> edges{{0, 1}, {0, 2}, {1, 3}, {1, 4}, {1, 5},
                                         {3, 6}, {3, 7}, {2, 8}, {2, 9}, {2, 10}};
const std::vector<std::string> classes{"animal", "mammal", "bird", "mammal", "mammal", "mammal",
                                       "mammal", "mammal", "bird", "bird",   "bird"};
constexpr const char* sentence = "the cat sat on the mat\nthe dog sat on the cat\n";

std::shared_ptr<const Hierarchy> hierarchyOf(std::vector<std::string> nodes,
                                             std::vector<Hierarchy::Edge> links) {
    return *Hierarchy::create(*Items::create(std::move(nodes)), std::move(links));
}

std::shared_ptr<Embedding> animals() {
    std::vector<double> rows;
    for (size_t i = 0; i < names.size(); ++i) {
        const double angle =
            2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(names.size());
        const double radius = i == 0 ? 0.05 : i < 3 ? 0.4 : 0.7;
        rows.insert(rows.end(), {radius * std::cos(angle), radius * std::sin(angle)});
    }
    auto embedding = std::make_shared<Embedding>();
    embedding->items = *Items::create(names);
    embedding->vectors = Vectors(names.size(), 2, std::move(rows));
    embedding->manifold = Manifold::poincare();
    embedding->labels = classes;
    return embedding;
}

Segmentation words() {
    Segmentation s;
    s.length = std::string_view(sentence).size();
    auto& level = s.levels.emplace_back();
    for (const char* end = sentence; *end; ++end)
        if (*end == ' ' || *end == '\n') {
            level.ends.push_back(static_cast<uint64_t>(end - sentence) + 1);
            level.labels.push_back(static_cast<uint32_t>(s.inventory.size()));
            s.inventory.push_back("word " + std::to_string(s.inventory.size() + 1));
        }
    return s;
}

}  // namespace

Payload samplePayload(Kind kind) {
    switch (kind) {
        case Kind::Hierarchy:
            return hierarchyOf(names, edges);
        case Kind::Embedding:
            return std::shared_ptr<const Embedding>(animals());
        case Kind::Text:
            return std::make_shared<const Text>(Text::ofLines(sentence));
        case Kind::Segmentation:
            return std::make_shared<const Segmentation>(words());
        case Kind::Table: {
            Table table;
            table.columns = {{"a", names}, {"b", std::vector<std::string>(names.rbegin(), names.rend())}};
            return std::make_shared<const Table>(std::move(table));
        }
        case Kind::Report: {
            Report report;
            report.add("mean_rank", 1.5, "sample");
            return std::make_shared<const Report>(std::move(report));
        }
        case Kind::Arrays:
            return std::make_shared<const Arrays>(
                Arrays{{{"matrix", {2, 2}, std::vector<double>{1, 2, 3, 4}},
                        {"names", {2}, std::vector<std::string>{"a", "b"}}}});
        case Kind::Model:
        case Kind::Trace:
        case Kind::Images:
        case Kind::None:
            break;
    }
    return {};
}

Payload emptyPayload(Kind kind) {
    switch (kind) {
        case Kind::Hierarchy:
            return hierarchyOf({"alone"}, {});  // there is none without a node
        case Kind::Embedding: {
            auto embedding = std::make_shared<Embedding>();
            embedding->items = *Items::create({});
            embedding->vectors = Vectors(0, 2, std::vector<double>());
            embedding->manifold = Manifold::poincare();
            return std::shared_ptr<const Embedding>(std::move(embedding));
        }
        case Kind::Text:
            return std::make_shared<const Text>();
        case Kind::Segmentation:
            return std::make_shared<const Segmentation>();
        case Kind::Table:
            return std::make_shared<const Table>();
        case Kind::Report:
            return std::make_shared<const Report>();
        case Kind::Arrays:
            return std::make_shared<const Arrays>();
        case Kind::Model:
        case Kind::Trace:
        case Kind::Images:
        case Kind::None:
            break;
    }
    return {};
}

Payload brokenEmbedding() {
    auto embedding = animals();
    auto numbers = embedding->vectors.toDouble();
    numbers[3] = std::numeric_limits<double>::quiet_NaN();
    embedding->vectors = Vectors(embedding->rows(), embedding->columns(), std::move(numbers));
    return std::shared_ptr<const Embedding>(std::move(embedding));
}

}  // namespace horo
