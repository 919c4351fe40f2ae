// Predictions in every layout, and what is refused.
#include "core/classifiers/predictions.h"

#include <gtest/gtest.h>

#include "core/io/npy.h"
#include "tests/core/classifiers/fashion.h"
#include "tests/core/scratch.h"

namespace horo {
namespace {

using Texts = std::vector<std::string>;

class PredictionFiles : public testing::Test {
protected:
    Result<Predictions> read(const std::string& name, const std::string& text,
                             const std::string& options = {}) {
        const auto opened = openSource(scratch.file(name, text) + options, {Kind::Arrays, Kind::Table});
        if (!opened) return opened.error();
        return Predictions::from(opened->payload);
    }
    std::string fault(const std::string& name, const std::string& text) {
        const auto got = read(name, text);
        return got ? "none" : got.error().text();
    }
    Scratch scratch;
};

TEST_F(PredictionFiles, WideLongAndLinesSayTheSame) {
    const auto wide = read("wide.csv", "id,a,b\nx,0.25,0.75\ny,1,0\n");
    const auto tall = read("long.csv", "id,node,score\nx,a,0.25\ny,a,1\nx,b,0.75\n");
    const auto lines = read("lines.jsonl",
                            "{\"id\": \"x\", \"probs\": {\"a\": 0.25, \"b\": 0.75}}\n"
                            "{\"id\": \"y\", \"probs\": {\"b\": 0, \"a\": 1}}\n");
    for (const auto* one : {&wide, &tall, &lines}) {
        ASSERT_TRUE(*one) << one->error().text();
        EXPECT_EQ((*one)->ids, (Texts{"x", "y"}));
        EXPECT_EQ((*one)->probabilities->classes, (Texts{"a", "b"}));
        EXPECT_EQ((*one)->probabilities->values, (std::vector<double>{.25, .75, 1, 0}));
    }
}

TEST_F(PredictionFiles, LabelsWithAndWithoutANameOfTheirColumns) {
    for (const char* text : {"id,label\nx,a\ny,b;c\n", "x,a\ny,b;c\n"}) {
        const auto labels = read("labels.csv", text);
        ASSERT_TRUE(labels);
        EXPECT_EQ(labels->labels, (Texts{"a", "b;c"}));
    }
    const auto lines = read("l.jsonl", "{\"id\": 1, \"label\": \"a\"}\n\n{\"id\": 2, \"label\": \"b\"}\n");
    ASSERT_TRUE(lines) << lines.error().text();
    EXPECT_EQ(lines->ids, (Texts{"1", "2"}));
    EXPECT_EQ(lines->labels, (Texts{"a", "b"}));
}

TEST_F(PredictionFiles, AnNpyTakesItsClassesFromAList) {
    const std::string npy = npyBytes(Vectors(2, 2, std::vector<double>{.5, .5, .1, .9}));
    const auto unnamed = read("p.npy", npy);
    ASSERT_FALSE(unnamed);
    EXPECT_NE(unnamed.error().text().find("?classes=FILE"), std::string::npos) << unnamed.error().text();
    const auto named = read("p.npy", npy, "?classes=" + scratch.file("classes.txt", "b\na\n"));
    ASSERT_TRUE(named) << named.error().text();
    EXPECT_EQ(named->probabilities->classes, (Texts{"b", "a"}));
    EXPECT_EQ(named->ids, (Texts{"0", "1"}));
}

TEST(Predictions, LogitsBecomeProbabilitiesAndNumbersCountClasses) {
    const auto read = Predictions::from(std::make_shared<const Arrays>(
        Arrays{{{"logits", {1, 2}, std::vector<float>{1000, 1000 + std::log(3.f)}},
                {"classes", {2}, Texts{"a", "b"}},
                {"y", {1}, std::vector<int64_t>{1}}}}));
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_NEAR(read->probabilities->values[1], .75, 1e-4);  // 1000 + ln 3 in single precision
    EXPECT_EQ(read->truth, Texts{"b"});
}

// Found by fuzzing: labels of other samples beside level heads.
TEST(Predictions, ScoresComeBeforeLabels) {
    const auto read = Predictions::from(
        std::make_shared<const Arrays>(Arrays{{{"labels", {2}, Texts{"a", "b"}},
                                               {"level_0", {1, 2}, std::vector<double>{.4, .6}},
                                               {"classes_0", {2}, Texts{"a", "b"}}}}));
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(read->ids, Texts{"0"});
    EXPECT_TRUE(read->labels.empty());
}

TEST_F(PredictionFiles, RefusesWhatWouldGiveASilentlyWrongNumber) {
    for (const auto& [text, part] : std::vector<std::pair<const char*, const char*>>{
             {"id,a,b\nx,0.5,0.4\n", "add up to 0.9"},
             {"id,a,b\nx,1.5,-0.5\n", "negative"},
             {"id,a,b\nx,0.5,0.5\nx,1,0\n", "twice"},
             {"id,a,b\nx,0.5,nan\n", "not finite"},
             {"id,a,b\nx,0.5,half\n", "'half' is no number, in row 1"},
             {"id,label\nx,\n", "no label"},
             {"a,b,c\n1,2,3\n", "does not name the columns"},
             {"id,node,score\nx,a,0.5\nx,a,0.5\n", "two scores"},
             {"id,a,b\n", "no samples"}})
        EXPECT_NE(fault("bad.csv", text).find(part), std::string::npos) << fault("bad.csv", text);
    EXPECT_NE(fault("bad.jsonl", "{\"id\": 1, \"label\": \"a\"}\n{\"id\": 2}\n").find(":2"),
              std::string::npos);
    EXPECT_NE(fault("bad.jsonl", "[1]\n").find("no JSON object"), std::string::npos);
}

TEST(Predictions, NormalisesOnlyWhenAsked) {
    const Payload halves = asPayload({.5, .25}, {"a", "b"});
    EXPECT_FALSE(Predictions::from(halves));
    const auto read = Predictions::from(halves, true);
    ASSERT_TRUE(read);
    EXPECT_DOUBLE_EQ(read->probabilities->values[0], 2.0 / 3);
    EXPECT_TRUE(Predictions::from(asPayload({.5, .4995}, {"a", "b"})));
}

TEST(Predictions, ColumnsFindLeavesByNameAliasAndPath) {
    const ClassTree tree = fashionTree();
    ClassNames names(tree);
    const auto columns = ClassColumns::match({"0", "clothes/tops/Pullover", "Shirt", "goods"}, tree, names);
    ASSERT_TRUE(columns) << columns.error().text();
    EXPECT_EQ(tree.name(columns->nodes[0]), "T-shirt/top");
    EXPECT_EQ(columns->missing.size(), 7u);
    EXPECT_EQ(columns->inner.size(), 1u);
    EXPECT_EQ(columns->warnings(tree).size(), 2u);
    EXPECT_FALSE(ClassColumns::match({"0", "T-shirt/top"}, tree, names));
    const auto strange = ClassColumns::match({"0", "hat", "cap"}, tree, names);
    ASSERT_FALSE(strange);
    EXPECT_NE(strange.error().cause.find("2 of 3"), std::string::npos);
    EXPECT_NE(strange.error().cause.find("hat, cap"), std::string::npos);
}

}  // namespace
}  // namespace horo
