// horocycle-cli run: keys, files, exit statuses.
#include <gtest/gtest.h>

#include <set>

#include "core/base/file.h"
#include "core/io/reader.h"
#include "tests/cli/command.h"
#include "tests/core/scratch.h"

namespace horo {
namespace {

using nlohmann::json;
using Arguments = std::vector<std::string>;

class Run : public testing::Test {
protected:
    /// The smallest training that is one.
    Arguments train(const Arguments& more = {}) const {
        Arguments all{"run",   "embed.taxonomy", "--in",  "hierarchy=" + tree,
                      "--set", "dim=2",          "--set", "epochs=3"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    static std::set<std::string> keys(const json& object) {
        std::set<std::string> all;
        for (const auto& [key, value] : object.items())
            all.insert(key);
        return all;
    }
    Scratch scratch;
    std::string tree = scratch.file("tree.tsv", "parent\tchild\nroot\ta\nroot\tb\na\tc\na\td\nb\te\n");
};

TEST_F(Run, PrintsOneObjectWithTheDocumentedKeys) {
    const auto ran = command(train({"--json", "--threads", "1"}));
    ASSERT_EQ(ran.status, 0) << ran.error;
    EXPECT_TRUE(ran.error.empty()) << ran.error;  // no progress where there is no terminal
    const json object = ran.json();
    for (const char* key : {"method", "version", "inputs", "parameters", "seed", "threads", "device",
                            "seconds", "results", "about", "outputs", "warnings"})
        EXPECT_TRUE(object.contains(key)) << key;
    EXPECT_EQ(object["method"], "embed.taxonomy");
    EXPECT_EQ(object["seed"], 0);
    EXPECT_EQ(object["threads"], 1);
    EXPECT_EQ(object["device"], "cpu");
    EXPECT_EQ(object["outputs"], json::object());
    EXPECT_FALSE(object.contains("partial"));
    EXPECT_EQ(keys(object["inputs"]["hierarchy"]), (std::set<std::string>{"source", "sha256", "kind"}));
    EXPECT_EQ(object["inputs"]["hierarchy"]["source"], tree);
    EXPECT_EQ(object["inputs"]["hierarchy"]["kind"], "hierarchy");
    EXPECT_EQ(object["inputs"]["hierarchy"]["sha256"], sha256(scratch.read("tree.tsv")));
    for (const char* key :
         {"manifold", "dim", "epochs", "minutes", "negatives", "batch", "lr", "burnin", "precision", "start"})
        EXPECT_TRUE(object["parameters"].contains(key)) << key;
    EXPECT_EQ(object["parameters"]["epochs"], 3);
    for (const char* key : {"loss", "epochs", "pairs_per_second", "peak_mb"}) {
        EXPECT_TRUE(object["results"].contains(key)) << key;
        EXPECT_EQ(keys(object["about"][key]), (std::set<std::string>{"convention", "unit", "n", "interval"}))
            << key;
    }
    EXPECT_EQ(keys(object["about"]), keys(object["results"]));
}

TEST_F(Run, WritesTheOutputAndSaysWhere) {
    const auto path = scratch.path("out.npz");
    const auto ran = command(train({"--json", "--out", path}));
    ASSERT_EQ(ran.status, 0) << ran.error;
    EXPECT_EQ(ran.json()["outputs"], (json{{"embedding", path}}));
    const auto info = command({"info", path, "--json"});
    ASSERT_EQ(info.status, 0);
    EXPECT_EQ(info.json()["results"], (json{{"rows", 6}, {"columns", 2}, {"non_finite", 0}}));
    EXPECT_EQ(info.json()["details"]["manifold"], "poincare");
}

TEST_F(Run, WritesFurtherOutputsBesideTheFirst) {
    const Arguments split{"run",   "hierarchy.split", "--in",  "hierarchy=" + tree,
                          "--set", "share=0.2",       "--json"};
    Arguments all = split;
    all.insert(all.end(), {"--out", scratch.path("part.csv")});
    const auto ran = command(all);
    ASSERT_EQ(ran.status, 0) << ran.error;
    EXPECT_EQ(ran.json()["outputs"],
              (json{{"train", scratch.path("part.csv")}, {"heldout", scratch.path("part-heldout.csv")}}));
    EXPECT_EQ(scratch.read("part-heldout.csv").substr(0, 15), "child,ancestor\n");
    EXPECT_EQ(command({"info", scratch.path("part.csv"), "--json"}).json()["results"]["edges"],
              ran.json()["results"]["train"]);
    // A table is no OBO file: it gets an ending of its own.
    all.back() = scratch.path("part.obo");
    EXPECT_EQ(command(all).json()["outputs"]["heldout"], scratch.path("part-heldout.tsv"));
    EXPECT_EQ(command(split).json()["outputs"], json::object());
}

TEST_F(Run, AMethodOfNumbersWritesItsObject) {
    const auto embedding = scratch.path("e.npz"), report = scratch.path("report.json");
    ASSERT_EQ(command(train({"--out", embedding})).status, 0);
    const auto ran = command({"run", "measure.reconstruction", "--in", "embedding=" + embedding, "--in",
                              "hierarchy=" + tree, "--json", "--out", report});
    ASSERT_EQ(ran.status, 0) << ran.error;
    for (const char* key : {"mean_rank", "map", "nodes", "pairs", "ties"})
        EXPECT_TRUE(ran.json()["results"].contains(key));
    EXPECT_EQ(json::parse(scratch.read("report.json")), ran.json());
    EXPECT_EQ(ran.json()["outputs"].size(), 1u);
}

TEST_F(Run, WithoutJsonPrintsATable) {
    const auto ran = command(train());
    EXPECT_EQ(ran.status, 0);
    EXPECT_NE(ran.out.find("loss"), std::string::npos);
    EXPECT_FALSE(json::accept(ran.out));
}

TEST_F(Run, SameSeedGivesSameBytesWhenDeterministic) {
    const auto first = scratch.path("1.npz"), second = scratch.path("2.npz"), other = scratch.path("3.npz");
    ASSERT_EQ(command(train({"--deterministic", "--seed", "7", "--out", first})).status, 0);
    ASSERT_EQ(command(train({"--deterministic", "--seed", "7", "--out", second})).status, 0);
    ASSERT_EQ(command(train({"--deterministic", "--seed", "8", "--out", other})).status, 0);
    EXPECT_EQ(scratch.read("1.npz"), scratch.read("2.npz"));
    EXPECT_NE(scratch.read("1.npz"), scratch.read("3.npz"));
}

TEST_F(Run, WrongInputIsOne) {
    const auto cut = scratch.file("cut.npz", "PK\x03\x04");
    const auto rim = scratch.file("rim.tsv", "parent\tchild\na\tb\nb\ta\n");
    for (const Arguments& arguments :
         {Arguments{"run", "embed.taxonomy", "--in", "hierarchy=" + scratch.path("none.tsv")},
          Arguments{"run", "embed.taxonomy", "--in", "hierarchy=" + rim},
          Arguments{"run", "embed.taxonomy", "--in", "hierarchy=wordnet:nonsenseword"},
          Arguments{"run", "measure.reconstruction", "--in", "embedding=" + cut, "--in", "hierarchy=" + tree},
          Arguments{"run", "embed.taxonomy", "--in", "hierarchy=" + cut},
          Arguments{"info", scratch.path("none.tsv"), "--json"}, Arguments{"info", cut, "--json"},
          Arguments{"replay", scratch.path("none.horo"), "--json"}, Arguments{"replay", cut, "--json"},
          train({"--json", "--out", "/nowhere/at/all.npz"}), train({"--json", "--session", cut})}) {
        const auto ran = command(arguments);
        EXPECT_EQ(ran.status, 1) << arguments[1] << ": " << ran.error;
        EXPECT_TRUE(ran.isOneLineError()) << ran.out << ran.error;
    }
}

TEST_F(Run, WrongUsageIsTwo) {
    for (const Arguments& arguments :
         {Arguments{},
          Arguments{"fly"},
          Arguments{"run"},
          Arguments{"run", "embed.taxonmy"},
          Arguments{"run", "embed.taxonomy"},
          Arguments{"run", "embed.taxonomy", "--in", tree},
          Arguments{"run", "embed.taxonomy", "--in", "tree=" + tree},
          Arguments{"run", "embed.taxonomy", "--in", "hierarchy=" + tree, "--in", "hierarchy=" + tree},
          train({"--set", "epoch=3"}),
          train({"--set", "epochs=-1"}),
          train({"--set", "epochs=many"}),
          train({"--set", "epochs"}),
          train({"--set", "manifold=torus"}),
          train({"--out", scratch.path("a.doc")}),
          train({"--device", "tpu"}),
          train({"--threads", "-1"}),
          train({"--seed", "x"}),
          train({"--colour"}),
          Arguments{"info"},
          Arguments{"info", tree + "?order=sideways"},
          Arguments{"info", tree + "?format=nonsense"},
          Arguments{"methods", "embed.taxonmy"},
          Arguments{"replay"}}) {
        const auto ran = command(arguments);
        EXPECT_EQ(ran.status, 2) << testing::PrintToString(arguments) << ": " << ran.error;
        EXPECT_TRUE(ran.isOneLineError()) << testing::PrintToString(arguments) << ran.out << ran.error;
    }
    EXPECT_NE(command({"run", "embed.taxonmy"}).error.find("embed.taxonomy"), std::string::npos);
    EXPECT_NE(command(train({"--set", "epoch=3"})).error.find("'epochs'"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(scratch.path("a.doc")));
}

TEST_F(Run, CtrlCWritesThePartialResult) {
    const auto path = scratch.path("partial.npz");
    const auto ran =
        commandWithSignal({"run", "embed.taxonomy", "--in", "hierarchy=" + tree, "--set", "dim=2", "--set",
                           "epochs=100000", "--set", "minutes=0", "--out", path, "--json"},
                          SIGINT, 0.3);
    ASSERT_EQ(ran.status, 3) << ran.error;
    EXPECT_EQ(ran.json()["partial"], true);
    EXPECT_EQ(ran.json()["outputs"]["embedding"], path);
    EXPECT_LT(ran.json()["results"]["epochs"], 100000);
    EXPECT_EQ(command({"info", path, "--json"}).json()["results"]["rows"], 6);
}

TEST_F(Run, AFullStandardOutputIsNoSuccess) {
    if (!std::filesystem::exists("/dev/full")) GTEST_SKIP();
    const std::string line =
        std::string(HOROCYCLE_CLI) + " info " + tree + " --json > /dev/full 2> " + scratch.path("error");
    EXPECT_EQ(WEXITSTATUS(std::system(line.c_str())), 1);
}

}  // namespace
}  // namespace horo
