// horocycle-cli info and methods.
#include <gtest/gtest.h>

#include "core/base/file.h"
#include "tests/cli/command.h"
#include "tests/core/scratch.h"

namespace horo {
namespace {

using nlohmann::json;

TEST(Info, PrintsOneObjectWithTheDocumentedKeys) {
    const Scratch scratch;
    const std::string text = "a\tb\na\tc\nb\td\na\tb\n";
    const auto path = scratch.file("tree.tsv", text);
    const auto ran = command({"info", path, "--json"});
    ASSERT_EQ(ran.status, 0) << ran.error;
    const json object = ran.json();
    EXPECT_EQ(object["source"], path);
    EXPECT_EQ(object["sha256"], sha256(text));
    EXPECT_EQ(object["kind"], "hierarchy");
    EXPECT_EQ(object["format"], "edges");
    EXPECT_EQ(object["results"], (json{{"nodes", 4},
                                       {"edges", 3},
                                       {"roots", 1},
                                       {"leaves", 2},
                                       {"max_depth", 2},
                                       {"multi_parent_nodes", 0},
                                       {"closure_pairs", 4}}));
    EXPECT_EQ(object["details"]["order"], "parent-child");
    EXPECT_EQ(object["warnings"].size(), 2u);  // what was inferred, and the edge that stands twice
}

TEST(Info, ReadsStandardInput) {
    const auto ran = command({"info", "-?format=edges", "--json"}, "parent,child\na,b\n");
    ASSERT_EQ(ran.status, 0) << ran.error;
    EXPECT_EQ(ran.json()["results"]["nodes"], 2);
    EXPECT_EQ(command({"info", "-", "--json"}, "parent,child\na,b\n").status, 0);
    EXPECT_EQ(command({"info", "-", "--json"}, "").status, 1);
}

TEST(Info, OfAFolderChecksWhatShasumWould) {
    if (!std::filesystem::exists("/usr/share/wordnet/data.noun"))
        GTEST_SKIP() << "wordnet-base is not installed";
    const Scratch scratch;
    ASSERT_EQ(std::system(("cd /usr/share/wordnet && sha256sum data.noun index.noun | sha256sum > " +
                           scratch.path("sum"))
                              .c_str()),
              0);
    const auto ran = command({"info", "wordnet:mammal", "--json"});
    EXPECT_EQ(ran.json()["sha256"], scratch.read("sum").substr(0, 64));
}

TEST(Info, OfVectorsCountsWhatIsFoundInAHierarchy) {
    const Scratch scratch;
    const auto tree = scratch.file("t.tsv", "all\ttools\nall\tanimals\nanimals\tcat\nanimals\tdog\n");
    const auto path =
        scratch.file("v.csv", "id,x,y,note\ncat,0.5,1,a\nanimals/dog,0.25,2,b\ncow,0.125,3,c\n");
    const auto ran = command({"info", path + "?kind=embedding&hierarchy=" + tree, "--json"});
    ASSERT_EQ(ran.status, 0) << ran.error;
    const json object = ran.json();
    EXPECT_EQ(object["format"], "csv");
    EXPECT_EQ(object["results"], (json{{"rows", 3},
                                       {"columns", 2},
                                       {"non_finite", 0},
                                       {"matched", 2},
                                       {"missing", 1},
                                       {"ambiguous", 0}}));
    EXPECT_EQ(object["details"]["missing"], json({"cow"}));
    EXPECT_EQ(object["details"]["about"], json({"note (text)"}));
    EXPECT_EQ(object["details"]["first_rows"][1], "cat  a  0.5  1");
    EXPECT_EQ(command({"info", path + "?kind=embedding&hierarchy=nowhere.tsv"}).status, 1);
}

TEST(Info, MethodsRefuseRowsThatAreNotFiniteUnlessTheyAreLeftOut) {
    const Scratch scratch;
    const auto tree = scratch.file("t.tsv", "all\tcat\nall\tdog\nall\tcow\n");
    const auto path = scratch.file("v.csv", "id,x,y\nall,0,0.5\ncat,0.5,1\ndog,nan,2\ncow,1.5,3\n");
    const std::vector<std::string> run{"run", "measure.depth-norm", "--in", "hierarchy=" + tree, "--in"};
    auto refused = run, taken = run;
    refused.push_back("embedding=" + path);
    taken.push_back("embedding=" + path + "?non_finite=drop");
    EXPECT_EQ(command(refused).status, 1);
    EXPECT_NE(command(refused).error.find("?non_finite=drop"), std::string::npos) << command(refused).error;
    EXPECT_NE(command(taken).status, 4) << command(taken).error;
    EXPECT_EQ(command(taken).error.find("NaN"), std::string::npos) << command(taken).error;
}

TEST(Methods, ListsWhatExists) {
    const auto ran = command({"methods", "--json"});
    ASSERT_EQ(ran.status, 0);
    const json methods = ran.json()["methods"];
    EXPECT_GT(methods.size(), 3u);
    for (const auto& method : methods) {
        for (const char* key : {"id", "summary", "citation", "inputs", "outputs", "parameters", "origin"})
            EXPECT_TRUE(method.contains(key)) << key;
        EXPECT_EQ(method["origin"], "built-in");
        for (const auto& parameter : method["parameters"])
            for (const char* key : {"name", "type", "default", "range", "unit", "help"})
                EXPECT_TRUE(parameter.contains(key)) << method["id"] << " " << key;
    }
    const auto one = command({"methods", "embed.taxonomy", "--json"});
    EXPECT_EQ(one.json()["methods"].size(), 1u);
    EXPECT_NE(command({"methods", "embed.taxonomy"}).out.find("epochs"), std::string::npos);
    EXPECT_EQ(command({"--version"}).status, 0);
    EXPECT_EQ(command({"--help"}).status, 0);
}

}  // namespace
}  // namespace horo
