// horocycle-cli with plugins: listed, run, kept in sessions, replayed, missed, checked.
#include <gtest/gtest.h>

#include "tests/cli/command.h"
#include "tests/core/scratch.h"

namespace horo {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

class PluginsCommand : public testing::Test {
protected:
    void SetUp() override {
        setenv("XDG_CONFIG_HOME", scratch.path("config").c_str(), 1);
        setenv("XDG_DATA_HOME", scratch.path("data").c_str(), 1);
        setenv("HOROCYCLE_PLUGIN_PATH", "", 1);
    }
    fs::path sample(const std::string& name) const {
        return fs::path(HOROCYCLE_SAMPLE_PLUGINS) / ("sample-" + name);
    }
    /// Into the user's folder.
    void install(const std::string& name) const {
        const auto to = fs::path(scratch.path("data")) / "horocycle" / "plugins" / name;
        fs::create_directories(to);
        fs::copy(sample(name), to);
    }
    Scratch scratch;
    std::string text = scratch.file("text.txt", "one two\n");
};

TEST_F(PluginsCommand, ListsTheUsersPluginsAndTheirMethods) {
    const size_t builtIn = command({"methods", "--json"}).json()["methods"].size();
    install("fine");
    install("incomplete");
    const json list = command({"plugins", "--json"}).json()["plugins"];
    ASSERT_EQ(list.size(), 2u);
    EXPECT_EQ(list[0]["state"], "loaded");
    EXPECT_EQ(list[0]["folder"], "user");
    EXPECT_EQ(list[0]["offers"], json({"chunk.fine"}));
    EXPECT_EQ(list[1]["state"], "failed");
    EXPECT_FALSE(list[1]["reason"].get<std::string>().empty());
    const json methods = command({"methods", "--json"}).json()["methods"];
    EXPECT_EQ(methods.size(), builtIn + 1);
    EXPECT_EQ(command({"methods", "chunk.fine", "--json"}).json()["methods"][0]["origin"],
              "org.horocycle.tests.fine 1");
    const auto table = command({"plugins"});
    EXPECT_EQ(table.status, 0);
    EXPECT_NE(table.out.find("org.horocycle.tests.fine"), std::string::npos);
}

TEST_F(PluginsCommand, SwitchesOffAndOn) {
    install("fine");
    ASSERT_EQ(command({"plugins", "off", "org.horocycle.tests.fine"}).status, 0);
    EXPECT_EQ(command({"run", "chunk.fine", "--in", "text=" + text}).status, 2);
    EXPECT_EQ(command({"plugins", "--json"}).json()["plugins"][0]["off"], true);
    ASSERT_EQ(command({"plugins", "on", "org.horocycle.tests.fine"}).status, 0);
    EXPECT_EQ(command({"run", "chunk.fine", "--in", "text=" + text}).status, 0);
    EXPECT_EQ(command({"plugins", "off", "org.nobody"}).status, 2);
}

TEST_F(PluginsCommand, SessionsKeepAndReplayAndSayWhatIsMissing) {
    install("fine");
    const std::string session = scratch.path("s.horo");
    ASSERT_EQ(command({"run", "chunk.fine", "--in", "text=" + text, "--session", session}).status, 0);
    const auto again = command({"replay", session, "--json"});
    EXPECT_EQ(again.status, 0) << again.error;
    EXPECT_TRUE(again.json()["steps"][0]["same"].get<bool>());
    fs::remove_all(scratch.path("data"));
    const auto missing = command({"replay", session});
    EXPECT_TRUE(missing.isOneLineError()) << missing.error;
    EXPECT_NE(missing.error.find("org.horocycle.tests.fine 1"), std::string::npos) << missing.error;
}

TEST_F(PluginsCommand, AFaultOfAMethodIsSaidAsThePlugins) {
    install("throws_when_run");
    const auto ran = command({"run", "chunk.throws-when-run", "--in", "text=" + text});
    EXPECT_EQ(ran.status, 4);
    EXPECT_TRUE(ran.isOneLineError());
    EXPECT_NE(ran.error.find("org.horocycle.tests.throws-when-run"), std::string::npos) << ran.error;
}

TEST_F(PluginsCommand, ChecksOnePlugin) {
    for (const auto& file :
         {sample("fine"), sample("fine") / "sample-fine.so", sample("fine") / "sample-fine.plugin.json"}) {
        const auto ran = command({"plugins", "check", file.string(), "--json"});
        EXPECT_EQ(ran.status, 0) << ran.error << ran.out;
        EXPECT_TRUE(ran.json()["passed"].get<bool>());
        EXPECT_GE(ran.json()["checks"].size(), 6u);
    }
    for (const char* bad : {"throws_when_run", "nan_rows", "wrong_shape", "stubborn", "missing_symbol"}) {
        const auto ran = command({"plugins", "check", sample(bad).string()});
        EXPECT_EQ(ran.status, 1) << bad;
    }
    EXPECT_TRUE(command({"plugins", "check", "/nowhere"}).isOneLineError());
    EXPECT_EQ(command({"plugins", "check", text}).status, 1);
}

}  // namespace
}  // namespace horo
