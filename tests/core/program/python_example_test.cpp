// The sample in plugins/python-example, as a person runs it.
#include <cstdlib>

#include "core/io/writer.h"
#include "tests/core/program/remembering.h"

namespace horo {
namespace {

using nlohmann::json;

class PythonExample : public testing::Test {
protected:
    void SetUp() override {
        if (std::system("/usr/bin/python3 -c 'import numpy' 2>/dev/null") != 0) GTEST_SKIP() << "no numpy";
    }

    /// A run on the binary tree of 31 nodes.
    static Result<Finished> runStress(Context& context, const std::string& epochs) {
        const auto folder = programs.parent_path().parent_path().parent_path() / "plugins" / "python-example";
        std::ifstream file(folder / "stress.plugin.json");
        json description = json::parse(file).at("methods").at(0);
        description["program"][0] = "/usr/bin/python3";  // the one that has Debian's numpy
        const auto method = programMethod(description, folder);
        if (!method) return method.error();
        std::vector<std::string> names{"0", "a \"tab\"\tin it"};
        std::vector<Hierarchy::Edge> edges{{0, 1}};
        for (Node v = 2; v < 31; ++v) {
            names.push_back(std::to_string(v));
            edges.push_back({(v - 1) / 2, v});
        }
        Object tree;
        tree.payload = Hierarchy::create(Items::create(names).value(), edges).value();
        Parameters parameters((*method)->declaration());
        if (auto set = parameters.set((*method)->declaration(), "epochs", epochs); !set) return set.error();
        return execute({method->get(), {{"hierarchy", std::make_shared<const Object>(tree)}}, parameters},
                       context);
    }

    static std::string bytes(const Finished& finished) {
        return payloadBytes(finished.outcome.output, "a.npz").value();
    }
};

TEST_F(PythonExample, LowersTheStressAndRepeatsItself) {
    Remembering first, second;
    const auto result = runStress(first, "30");
    ASSERT_TRUE(result.ok()) << result.error().text();
    const auto& embedding = *std::get<std::shared_ptr<const Embedding>>(result->outcome.output);
    EXPECT_EQ(embedding.rows(), 31u);
    EXPECT_EQ(embedding.columns(), 2u);
    EXPECT_TRUE(embedding.items->rowOf(std::string_view("a \"tab\"\tin it")).has_value());
    const auto& stress = first.curves.at("stress").y;
    ASSERT_EQ(stress.size(), 30u);
    EXPECT_LT(stress.back(), stress.front() / 3);
    EXPECT_NEAR(*result->outcome.report.find("stress")->value, stress.back(), 1e-6);
    EXPECT_EQ(first.progresses.back().share, 1);
    EXPECT_EQ(first.pictures.size(), 30u);

    const auto again = runStress(second, "30");
    ASSERT_TRUE(again.ok()) << again.error().text();
    EXPECT_EQ(bytes(*again), bytes(*result));
    EXPECT_EQ(second.curves, first.curves);
}

TEST_F(PythonExample, KeepsWhatItHasWhenStopped) {
    Remembering context;
    context.stopWhen = [](const Remembering& c) { return c.progresses.size() > 2; };
    const auto result = runStress(context, "10000");
    ASSERT_TRUE(result.ok()) << result.error().text();
    EXPECT_TRUE(result->outcome.partial);
    EXPECT_EQ(std::get<std::shared_ptr<const Embedding>>(result->outcome.output)->rows(), 31u);
    EXPECT_LT(context.progresses.back().share, 1);
}

}  // namespace
}  // namespace horo
