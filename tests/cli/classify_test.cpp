// Classifiers on the command line: scores, labels, curves and comparisons from files.
#include <gtest/gtest.h>

#include "tests/cli/command.h"
#include "tests/core/scratch.h"

namespace horo {
namespace {

using Arguments = std::vector<std::string>;

class Classify : public testing::Test {
protected:
    Ran run(const std::string& method, const Arguments& inputs, const Arguments& more = {}) const {
        Arguments all{"run", method, "--json", "--in", "hierarchy=" + tree};
        for (const auto& input : inputs)
            all.insert(all.end(), {"--in", input});
        all.insert(all.end(), more.begin(), more.end());
        return command(all);
    }

    Scratch scratch;
    std::string tree = scratch.file("tree.tsv", "parent\tchild\nr\tm\nr\tn\nm\ta\nm\tb\nn\tc\nn\td\n");
    std::string truth = scratch.file("truth.csv", "id,label\n1,a\n2,b\n3,c\n4,d\n");
    std::string wide = scratch.file("wide.csv",
                                    "id,a,b,c,d\n4,0,0,0.5,0.5\n1,0.75,0.25,0,0\n"
                                    "2,0.5,0.5,0,0\n3,0.5,0,0.25,0.25\n");
    std::string labels = scratch.file("labels.csv", "id,label\n1,a\n2,b\n3,c\n4,m/a\n");
};

TEST_F(Classify, ScoresPredictionsAndLabelsById) {
    const auto ran = run("score.classifier", {"predictions=" + wide, "truth=" + truth});
    ASSERT_EQ(ran.status, 0) << ran.error;
    const auto r = ran.json()["results"];
    // Decided: c for 4, a for 1, a for 2 (the first of equals), a for 3.
    EXPECT_EQ(r["leaf_accuracy"], .25);
    EXPECT_EQ(r["accuracy_1"], .75);
    EXPECT_EQ(r["hf"], .5);
    EXPECT_EQ(r["lca_height"], 1);
    EXPECT_TRUE(r["consistency"].is_null());
    EXPECT_EQ(ran.json()["parameters"]["average"], "micro");
    const auto hard = run("score.classifier", {"labels=" + labels, "truth=" + truth});
    ASSERT_EQ(hard.status, 0) << hard.error;
    EXPECT_EQ(hard.json()["results"]["leaf_accuracy"], .75);
    EXPECT_TRUE(hard.json()["results"]["nll"].is_null());
}

TEST_F(Classify, DecodesToACsvThatIsScored) {
    const std::string out = scratch.path("decoded.csv");
    const auto ran = run("decode.labels", {"predictions=" + wide},
                         {"--set", "rule=optimal", "--set", "metric=hf", "--out", out});
    ASSERT_EQ(ran.status, 0) << ran.error;
    EXPECT_EQ(scratch.read("decoded.csv").substr(0, 9), "id,label\n");
    EXPECT_GT(ran.json()["results"]["expected"], .5);
    const auto scored = run("score.classifier", {"labels=" + out, "truth=" + truth});
    ASSERT_EQ(scored.status, 0) << scored.error;
    EXPECT_TRUE(scored.json()["results"]["hf"].is_number());
}

TEST_F(Classify, ComparesWithTestsBesideEachDifference) {
    const auto ran = run("compare.classifiers", {"a=" + wide, "b=" + labels, "truth=" + truth},
                         {"--set", "resamples=200"});
    ASSERT_EQ(ran.status, 0) << ran.error;
    const auto object = ran.json();
    EXPECT_EQ(object["results"]["difference.leaf_accuracy"], .5);
    EXPECT_EQ(object["results"]["both_right"], 1);
    EXPECT_EQ(object["results"]["b_only"], 2);
    EXPECT_EQ(object["results"]["mcnemar_p"], .5);
    const auto about = object["about"]["difference.hf"];
    EXPECT_TRUE(about["interval"].is_array());
    EXPECT_GE(about["p_holm"], about["p"].get<double>());
    EXPECT_TRUE(object["results"]["difference.nll"].is_null());
    EXPECT_FALSE(object["about"]["difference.nll"].contains("p"));
}

TEST_F(Classify, DrawsTheOperatingCurve) {
    const auto ran = run("score.operating-curve", {"predictions=" + wide, "truth=" + truth},
                         {"--out", scratch.path("curve.csv")});
    ASSERT_EQ(ran.status, 0) << ran.error;
    for (const char* key : {"ac_depth", "ac_info", "ac_exact", "ap_depth", "ap_info"})
        EXPECT_TRUE(ran.json()["results"][key].is_number()) << key;
    const std::string head =
        "threshold,correct,exact,depth_recall,info_recall,depth_precision,info_precision\n1,1,";
    EXPECT_EQ(scratch.read("curve.csv").substr(0, head.size()), head);
}

TEST_F(Classify, BadInputIsExit1AndNamed) {
    const auto refused = [&](const std::string& csv, const std::string& part) {
        const auto ran =
            run("score.classifier", {"predictions=" + scratch.file("bad.csv", csv), "truth=" + truth});
        EXPECT_EQ(ran.status, 1) << csv;
        EXPECT_TRUE(ran.isOneLineError()) << ran.error;
        EXPECT_NE(ran.error.find(part), std::string::npos) << ran.error;
    };
    refused("id,a,b\n1,0.5,0.6\n", "add up to 1.1");
    refused("id,a,x\n1,0.5,0.5\n", "'x' is no node");
    refused("id,a,b\n1,0.5,0.5\n9,1,0\n", "'9'");
    refused("id,a,b\n1,0.5,0.5\n", "'2' has no prediction");
    const auto none = run("score.classifier", {"truth=" + truth});
    EXPECT_EQ(none.status, 2);
}

}  // namespace
}  // namespace horo
