// Plugins that must not be opened: known from their descriptions alone.
#include "tests/plugins/plugin_shelf.h"

namespace horo {
namespace {

using Refused = PluginShelf;

TEST_F(Refused, AnotherBuildSaysTheDifference) {
    const std::map<std::string, std::pair<std::string, std::string>> facts{
        {"api", {"2", "it is made for plugin interface 2, this Horocycle has 1"}},
        {"compiler", {"GCC 3", "it was built by GCC 3, this Horocycle by "}},
        {"standard_library",
         {"libstdc++ 4 with old strings", "it was built with libstdc++ 4 with old strings"}},
        {"instructions",
         {"x86-64 with AVX-512", "it was built for x86-64 with AVX-512, this Horocycle for "}},
        {"interface", {"0123456789ab", "against the headers of another Horocycle (0123456789ab, here "}},
        {"eigen", {"3.3.9", "it was built with Eigen 3.3.9, this Horocycle with "}},
        {"json", {"3.10.0", "it was built with nlohmann-json 3.10.0, this Horocycle with "}},
    };
    for (const auto& entry : facts) {
        const auto& fact = entry.first;  // clang 14 captures no structured bindings
        const auto& expected = entry.second;
        put("fine", [&](json& d) { d["build"][fact] = expected.first; });
        EXPECT_NE(told(loadOne()).find("refused: "), std::string::npos) << fact;
        EXPECT_NE(told(loadOne()).find(expected.second), std::string::npos) << told(loadOne());
        put("fine", [&](json& d) { d["build"].erase(fact); });
        EXPECT_EQ(told(loadOne()), "refused: its description does not say its build (" + fact + ")");
    }
    EXPECT_TRUE(registry_.entries().empty());
}

TEST_F(Refused, ViewsWaitForTheWorkbench) {
    put("fine", [](json& d) { d["build"]["views"] = "abc", d["build"]["qt"] = "6.4.2"; });
    EXPECT_EQ(told(loadOne()), "found: its views need the workbench");
    PluginHost workbench;
    workbench.facts["views"] = "abc";
    workbench.facts["qt"] = "6.8.0";
    Plugins plugins = find(workbench);
    plugins.load();
    EXPECT_EQ(told(plugins.all().front()), "refused: it was built with Qt 6.4.2, this Horocycle with 6.8.0");
}

TEST_F(Refused, AnotherLibTorch) {
    put("fine", [](json& d) { d["build"]["libtorch"] = "2.5.1"; });
    PluginHost host;
    host.facts["libtorch"] = "2.11.0";
    Plugins plugins = find(host);
    plugins.load();
    EXPECT_EQ(told(plugins.all().front()),
              "refused: it was built with LibTorch 2.5.1, this Horocycle with 2.11.0");
    host.facts.erase("libtorch");
    Plugins without = find(host);
    without.load();
    EXPECT_EQ(told(without.all().front()), "found: it needs LibTorch, which this Horocycle lacks");
}

TEST_F(Refused, MalformedDescriptionsAreListedWithTheReason) {
    const json good = json::parse(std::ifstream(put("fine")));
    std::filesystem::remove_all(folder() / "sample-fine");
    const auto reason = [&](const std::string& text) {
        put("odd", text);
        const Plugin plugin = loadOne();
        EXPECT_EQ(plugin.state, PluginState::Refused) << text;
        EXPECT_EQ(plugin.description.name, "odd.plugin.json");
        return plugin.reason;
    };
    EXPECT_EQ(reason("{\"id\": "), "is no JSON from byte 8 on");
    EXPECT_EQ(reason("[]"), "is no JSON object");
    EXPECT_NE(reason(std::string(5000, '[')).find("nested"), std::string::npos);
    EXPECT_FALSE(reason("").empty());
    EXPECT_FALSE(reason(std::string("\xFF\xFE\0{", 4)).empty());
    for (const char* field : {"id", "name", "version", "author", "licence", "summary", "offers", "build"}) {
        json changed = good;
        changed.erase(field);
        EXPECT_NE(reason(changed.dump()).find(field), std::string::npos) << field;
        changed[field] = 7;
        EXPECT_NE(reason(changed.dump()).find(field), std::string::npos) << field;
    }
    json changed = good;
    changed["id"] = "Not An Id";
    EXPECT_NE(reason(changed.dump()).find("Not An Id"), std::string::npos);
    changed = good;
    changed["library"] = "../elsewhere.so";
    EXPECT_NE(reason(changed.dump()).find("outside"), std::string::npos);
    changed = good;
    changed["offers"] = json::array();
    EXPECT_NE(reason(changed.dump()).find("offers nothing"), std::string::npos);
    changed = good;
    changed.erase("library");
    EXPECT_NE(reason(changed.dump()).find("either"), std::string::npos);
}

TEST_F(Refused, TheSecondPluginOfAnIdSaysWhereTheFirstIs) {
    put("fine");
    put("also_fine", [](json& d) { d["id"] = "org.horocycle.tests.fine", d["needs"] = json::array(); });
    const Plugins plugins = load();
    const Plugin &one = named(plugins, "also_fine"), &other = named(plugins, "fine");
    EXPECT_EQ(one.state, PluginState::Loaded);  // its folder comes first
    EXPECT_EQ(other.state, PluginState::Refused);
    EXPECT_NE(other.reason.find(one.description.file.string()), std::string::npos);
}

TEST_F(Refused, NeedsThatAreMissingOrCyclic) {
    put("also_fine");
    EXPECT_EQ(told(loadOne()), "refused: it needs the plugin org.horocycle.tests.fine, which is not there");
    put("fine", [](json& d) { d["needs"] = {"org.horocycle.tests.also-fine"}; });
    const Plugins plugins = load();
    EXPECT_EQ(named(plugins, "also_fine").state, PluginState::Refused);
    EXPECT_EQ(named(plugins, "fine").state, PluginState::Refused);
    const std::string both = told(named(plugins, "also_fine")) + told(named(plugins, "fine"));
    EXPECT_NE(both.find("it needs itself: "), std::string::npos) << both;
    EXPECT_TRUE(registry_.entries().empty());
}

TEST_F(Refused, AnIdThatABuiltInMethodHas) {
    put("taken_id");
    Plugins plugins({{folder(), "test"}}, scratch_.folder() / "plugins.json", {}, Registry::global());
    plugins.load();
    EXPECT_EQ(told(plugins.all().front()),
              "refused: it offers chunk.fixed, which is there already (from built-in)");
}

}  // namespace
}  // namespace horo
