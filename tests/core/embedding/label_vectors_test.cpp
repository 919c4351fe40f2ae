#include "core/embedding/label_vectors.h"

#include <gtest/gtest.h>

#include "core/hierarchy/closure.h"
#include "core/hierarchy/spanning_tree.h"
#include "core/method/registry.h"
#include "core/method/run.h"
#include "tests/core/measure/random_hierarchy.h"

namespace horo {
namespace {

const auto always = [] { return true; };

double dot(const Embedding& e, size_t i, size_t j) {
    const auto x = e.row(i), y = e.row(j);
    double sum = 0;
    for (size_t k = 0; k < x.size(); ++k)
        sum += x[k] * y[k];
    return sum;
}

/// The ten classes of Fashion-MNIST as `fashion-mnist:tree` has them.
std::shared_ptr<const Hierarchy> fashion() {
    const std::vector<std::pair<std::string, std::string>> links{
        {"all", "clothes"},      {"all", "goods"},       {"clothes", "tops"},      {"clothes", "bottoms"},
        {"clothes", "dresses"},  {"clothes", "outers"},  {"goods", "accessories"}, {"goods", "shoes"},
        {"tops", "T-shirt/top"}, {"bottoms", "Trouser"}, {"tops", "Pullover"},     {"dresses", "Dress"},
        {"outers", "Coat"},      {"shoes", "Sandal"},    {"tops", "Shirt"},        {"shoes", "Sneaker"},
        {"accessories", "Bag"},  {"shoes", "Ankle boot"}};
    std::vector<std::string> names{"all"};
    for (const auto& link : links)
        names.push_back(link.second);
    const auto items = Items::create(names).value();
    std::vector<Hierarchy::Edge> edges;
    for (const auto& [parent, child] : links)
        edges.push_back({static_cast<Node>(*items->rowOf(std::string_view(parent))),
                         static_cast<Node>(*items->rowOf(std::string_view(child)))});
    return Hierarchy::create(items, edges).value();
}

TEST(SimilarityVectors, HaveTheDotProductsOfTheFashionClasses) {
    const auto made = similarityVectors(*fashion(), always).value().value();
    ASSERT_EQ(made.rows(), 10u);
    EXPECT_TRUE(made.health().usable());
    const auto of = [&](const char* a, const char* b) {
        return dot(made, *made.items->rowOf(std::string_view(a)), *made.items->rowOf(std::string_view(b)));
    };
    EXPECT_NEAR(of("Shirt", "Shirt"), 1, 1e-15);
    EXPECT_NEAR(of("Shirt", "Pullover"), 2. / 3, 1e-15);  // tops have height 1, all has 3
    EXPECT_NEAR(of("Sandal", "Ankle boot"), 2. / 3, 1e-15);
    EXPECT_NEAR(of("Shirt", "Coat"), 1. / 3, 1e-15);  // clothes: 2
    EXPECT_NEAR(of("Bag", "Sneaker"), 1. / 3, 1e-15);
    EXPECT_NEAR(of("Shirt", "Sneaker"), 0, 1e-15);
}

TEST(SimilarityVectors, AreACholeskyFactorOnRandomTreesAndForests) {
    for (uint64_t seed = 0; seed < 20; ++seed) {
        Random random(seed);
        std::vector<std::string> names;
        std::vector<Hierarchy::Edge> edges;
        for (uint32_t v = 0; v < 150; ++v) {
            names.push_back(fmt::format("n{}", v));
            if (v > seed % 3) edges.push_back({random.below(v), v});
        }
        const auto h = Hierarchy::create(Items::create(names).value(), edges).value();
        const SpanningTree tree(*h);
        const auto made = similarityVectors(*h, always).value().value();
        ASSERT_EQ(made.rows(), h->leafCount());
        const int top = h->maxDepth() + (h->roots().size() > 1);
        const auto node = [&](size_t row) {
            return static_cast<Node>(*h->items()->rowOf(made.items->id(row)));
        };
        for (size_t i = 0; i < made.rows(); ++i)
            for (size_t j = 0; j < made.rows(); ++j) {
                const Node common = tree.lowestCommonAncestor(node(i), node(j));
                const double expected =
                    common == SpanningTree::none ? 0 : 1 - static_cast<double>(h->height(common)) / top;
                EXPECT_NEAR(dot(made, i, j), expected, 1e-12);
                EXPECT_TRUE(j <= i || made.vectors.at(i, j) == 0);
                EXPECT_TRUE(j != i || made.vectors.at(i, j) > 0);
            }
    }
}

TEST(SimilarityVectors, OfThousandsOfLeavesStayUnitVectors) {
    std::vector<std::string> names{"root"};
    std::vector<Hierarchy::Edge> edges;
    for (uint32_t v = 1; v < 3000; ++v) {
        names.push_back(fmt::format("n{}", v));
        edges.push_back({(v - 1) / 4, v});
    }
    const auto h = Hierarchy::create(Items::create(names).value(), edges).value();
    const auto made = similarityVectors(*h, always).value().value();
    EXPECT_GT(made.rows(), 2000u);
    EXPECT_TRUE(made.health().usable());
    EXPECT_NEAR(dot(made, made.rows() - 1, 0), 0, 1e-12);
    EXPECT_EQ(made.health().duplicates, 0u);
}

TEST(AncestorVectors, CountCommonAncestors) {
    const auto h = randomHierarchy(60, 5);
    const Closure closure(*h);
    const auto made = ancestorVectors(*h, always).value().value();
    ASSERT_EQ(made.columns(), h->size());
    for (size_t i = 0; i < made.rows(); ++i) {
        const Node v = static_cast<Node>(*h->items()->rowOf(made.items->id(i)));
        EXPECT_TRUE(h->isLeaf(v));
        for (Node a = 0; a < h->size(); ++a)
            EXPECT_EQ(made.vectors.at(i, a), a == v || closure.isAncestor(a, v));
    }
}

TEST(LabelVectors, RefuseWhatHasNoClasses) {
    const auto one = Hierarchy::create(Items::create({"a"}).value(), {}).value();
    EXPECT_FALSE(similarityVectors(*one, always).ok());
    EXPECT_EQ(ancestorVectors(*one, always).value()->rows(), 1u);
    EXPECT_FALSE(similarityVectors(*fashion(), [] { return false; }).value().has_value());
    std::vector<std::string> names;
    for (int i = 0; i < 10'001; ++i)
        names.push_back(std::to_string(i));
    const auto many = Hierarchy::create(Items::create(names).value(), {}).value();
    EXPECT_FALSE(similarityVectors(*many, always).ok());
    EXPECT_FALSE(ancestorVectors(*many, always).ok());
}

TEST(EmbedLabels, SaysWhichTreeItTookOfAGraph) {
    const auto h = Hierarchy::create(Items::create({"top", "left", "right", "bottom", "other"}).value(),
                                     {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {2, 4}})
                       .value();
    horo::Run run;
    run.method = Registry::global().find("embed.labels").value();
    run.parameters = Parameters(run.method->declaration());
    auto object = std::make_shared<Object>();
    object->payload = h;
    run.inputs["hierarchy"] = object;
    Context context({});
    const auto finished = execute(run, context).value();
    ASSERT_EQ(finished.outcome.report.warnings.size(), 1u);
    EXPECT_NE(finished.outcome.report.warnings[0].find("spanning tree"), std::string::npos);
}

}  // namespace
}  // namespace horo
