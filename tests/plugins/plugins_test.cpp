// Plugins that are fine, and the switch.
#include "core/plugin/check_method.h"
#include "tests/plugins/plugin_shelf.h"

namespace horo {
namespace {

using PluginsOfAFolder = PluginShelf;

TEST_F(PluginsOfAFolder, OpensThoseThatAreNeededFirst) {
    put("also_fine");
    put("fine");
    const Plugins plugins = load();
    EXPECT_EQ(told(named(plugins, "also_fine")), "loaded: ");
    EXPECT_EQ(told(named(plugins, "fine")), "loaded: ");
    ASSERT_EQ(registry_.entries().size(), 2u);
    EXPECT_EQ(registry_.entries()[1].origin, "org.horocycle.tests.fine 1");
    for (const auto& finding : checkMethod(*registry_.find("chunk.fine").value()))
        EXPECT_EQ(finding.fault, "") << finding.check;
}

TEST_F(PluginsOfAFolder, NoFolderIsNoPlugins) {
    EXPECT_TRUE(load().all().empty());
}

TEST_F(PluginsOfAFolder, OffIsRememberedAndOnOpensAtOnce) {
    put("fine");
    const std::string id = "org.horocycle.tests.fine";
    Plugins first = load();
    ASSERT_TRUE(first.setOff(id, true).ok());
    EXPECT_EQ(told(*first.find(id)), "loaded: it stays loaded until Horocycle ends");
    EXPECT_TRUE(registry_.find("chunk.fine").ok());

    Registry fresh;
    std::swap(registry_, fresh);
    Plugins second = load();
    EXPECT_EQ(told(*second.find(id)), "found: it is switched off");
    EXPECT_FALSE(registry_.find("chunk.fine").ok());
    ASSERT_TRUE(second.setOff(id, false).ok());
    EXPECT_EQ(told(*second.find(id)), "loaded: ");
    EXPECT_TRUE(registry_.find("chunk.fine").ok());
    EXPECT_FALSE(find().find(id)->off);
    EXPECT_EQ(second.setOff("org.nobody", true).error().blame, Blame::Usage);
}

TEST_F(PluginsOfAFolder, DamagedPreferencesAreNoPreferences) {
    put("fine");
    std::filesystem::create_directories(scratch_.folder() / "config");
    for (const char* text : {"", "{", "[]", "{\"off\": 7}", "{\"off\": [1, null]}"}) {
        std::ofstream(scratch_.folder() / "config" / "plugins.json") << text;
        EXPECT_EQ(find().all().front().off, false) << text;
    }
}

TEST_F(PluginsOfAFolder, PreferencesThatCannotBeWrittenAreSaid) {
    put("fine");
    std::ofstream(scratch_.folder() / "config") << "a file where the folder should be";
    Plugins plugins = load();
    EXPECT_EQ(told(plugins.all().front()), "loaded: ");
    EXPECT_FALSE(plugins.setOff("org.horocycle.tests.fine", true).ok());
    EXPECT_FALSE(plugins.all().front().off);
}

}  // namespace
}  // namespace horo
