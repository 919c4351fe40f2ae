// horocycle-cli run --session and replay.
#include <gtest/gtest.h>

#include "core/base/file.h"
#include "core/io/archive.h"
#include "core/session/session.h"
#include "tests/cli/command.h"
#include "tests/core/scratch.h"

namespace horo {
namespace {

using nlohmann::json;

class Replay : public testing::Test {
protected:
    void SetUp() override {
        const auto embedding = scratch.path("e.npz");
        const auto train =
            command({"run", "embed.taxonomy", "--in", "hierarchy=" + tree, "--set", "dim=2", "--set",
                     "epochs=5", "--deterministic", "--out", embedding, "--session", session});
        ASSERT_EQ(train.status, 0) << train.error;
        const auto score = command({"run", "measure.reconstruction", "--in", "embedding=" + embedding, "--in",
                                    "hierarchy=" + tree, "--session", session});
        ASSERT_EQ(score.status, 0) << score.error;
    }
    Ran replay(std::vector<std::string> more = {}) const {
        more.insert(more.begin(), {"replay", session, "--json"});
        return command(more);
    }
    Scratch scratch;
    std::string tree = scratch.file("tree.tsv", "parent\tchild\nroot\ta\nroot\tb\na\tc\na\td\nb\te\n");
    std::string session = scratch.path("s.horo");
};

TEST_F(Replay, KnowsItsOwnOutputAgainAsAnInput) {
    const auto workspace = loadSession(session).value();
    ASSERT_EQ(workspace.objects.size(), 3u);  // hierarchy, embedding, scores
    EXPECT_EQ(workspace.objects[2]->madeBy->inputs.at("embedding"), workspace.objects[1]->id);
    EXPECT_EQ(workspace.objects[1]->madeBy->inputs.at("hierarchy"), workspace.objects[0]->id);
}

TEST_F(Replay, OfDeterministicRunsFindsTheSame) {
    const auto ran = replay();
    ASSERT_EQ(ran.status, 0) << ran.out << ran.error;
    const json object = ran.json();
    ASSERT_EQ(object["steps"].size(), 2u);
    for (const auto& step : object["steps"]) {
        EXPECT_EQ(step["same"], true);
        EXPECT_EQ(step["differences"], json::object());
        EXPECT_TRUE(step["object"].is_string());
    }
    EXPECT_EQ(object["warnings"], json::array());
}

TEST_F(Replay, OfARunWithTwoOutputsMakesBothFromOneRun) {
    const auto part = scratch.path("train.tsv"), two = scratch.path("two.horo");
    ASSERT_EQ(command({"run", "hierarchy.split", "--in", "hierarchy=" + tree, "--set", "share=0.3", "--out",
                       part, "--session", two})
                  .status,
              0);
    // Both come back as inputs and are known again.
    const auto embedding = scratch.path("e.npz");
    ASSERT_EQ(command({"run", "measure.link-prediction", "--in", "embedding=" + embedding, "--in",
                       "hierarchy=" + part, "--in", "heldout=" + scratch.path("train-heldout.tsv"),
                       "--session", two})
                  .status,
              0);
    const auto workspace = loadSession(two).value();
    ASSERT_EQ(workspace.objects.size(), 5u);  // hierarchy, two parts, embedding, scores
    EXPECT_EQ(workspace.objects[1]->madeBy->output, "");
    EXPECT_EQ(workspace.objects[2]->madeBy->output, "heldout");
    EXPECT_EQ(workspace.objects[2]->kind(), Kind::Table);
    EXPECT_EQ(workspace.objects[4]->madeBy->inputs.at("heldout"), workspace.objects[2]->id);
    EXPECT_EQ(workspace.objects[4]->madeBy->inputs.at("hierarchy"), workspace.objects[1]->id);
    const auto folder = scratch.path("both");
    const auto ran = command({"replay", two, "--json", "--out", folder});
    ASSERT_EQ(ran.status, 0) << ran.out << ran.error;
    const json steps = ran.json()["steps"];
    ASSERT_EQ(steps.size(), 3u);
    for (const auto& step : steps)
        EXPECT_EQ(step["same"], true) << step;
    EXPECT_TRUE(std::filesystem::exists(folder + "/Hold_out_pairs__heldout.tsv"));
}

TEST_F(Replay, WritesWhatItMadeAgain) {
    const auto folder = scratch.path("again");
    ASSERT_EQ(replay({"--out", folder}).status, 0);
    EXPECT_FALSE(std::filesystem::is_empty(folder));
    for (const auto& file : std::filesystem::directory_iterator(folder))
        EXPECT_TRUE(file.path().extension() != ".npz" || *readFile(file.path()) == scratch.read("e.npz"));
}

TEST_F(Replay, NamesWhatDiffers) {
    auto members = unpackArchive(*readFile(session), "").value();
    json root = json::parse(members["session.json"]);
    json& made = root["objects"][2]["made_by"];
    const auto map = made["results"]["map"];
    made["results"]["map"] = 0.125;
    members["session.json"] = root.dump();
    ASSERT_TRUE(writeFile(session, packArchive(members, true).value()).ok());
    const auto ran = replay();
    EXPECT_EQ(ran.status, 5) << ran.error;
    const json steps = ran.json()["steps"];
    EXPECT_EQ(steps[0]["same"], true);
    EXPECT_EQ(steps[1]["same"], false);
    EXPECT_EQ(steps[1]["differences"]["map"], (json{0.125, map}));
}

TEST_F(Replay, SaysThatAnInputHasChanged) {
    scratch.file("tree.tsv", "parent\tchild\nroot\tother\n");
    const auto ran = replay();
    EXPECT_EQ(ran.status, 0) << ran.error;  // the session's own copy makes the same numbers
    ASSERT_FALSE(ran.json()["warnings"].empty());
    EXPECT_NE(ran.json()["warnings"][0].get<std::string>().find("changed"), std::string::npos);
    std::filesystem::remove(tree);
    EXPECT_NE(replay().json()["warnings"][0].get<std::string>().find("session's copy"), std::string::npos);
}

TEST_F(Replay, AnUnknownMethodIsNamed) {
    auto members = unpackArchive(*readFile(session), "").value();
    json root = json::parse(members["session.json"]);
    root["objects"][1]["made_by"]["method"] = "embed.magic";
    members["session.json"] = root.dump();
    ASSERT_TRUE(writeFile(session, packArchive(members, true).value()).ok());
    const auto ran = replay();
    EXPECT_NE(ran.status, 0);
    EXPECT_TRUE(ran.isOneLineError()) << ran.error;
    EXPECT_NE(ran.error.find("embed.magic"), std::string::npos);
}

}  // namespace
}  // namespace horo
