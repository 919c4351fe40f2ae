// What every method owes, without naming one.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "core/method/registry.h"
#include "core/method/run.h"

namespace horo {
namespace {

class EveryMethod : public testing::TestWithParam<const Method*> {};

std::vector<const Method*> all() {
    std::vector<const Method*> methods;
    for (const auto& entry : Registry::global().entries())
        methods.push_back(entry.method.get());
    return methods;
}

bool isSentence(const std::string& text) {
    return text.find(' ') != std::string::npos && text.find('\n') == std::string::npos;
}

TEST_P(EveryMethod, DeclaresItselfInFull) {
    const Declaration& d = GetParam()->declaration();
    EXPECT_TRUE(std::regex_match(d.id, std::regex("([a-z]+\\.)?[a-z][a-z0-9-]*"))) << d.id;
    EXPECT_FALSE(d.version.empty());
    EXPECT_FALSE(d.title.empty());
    EXPECT_TRUE(isSentence(d.summary)) << d.summary;
    std::set<std::string> names;
    for (const auto& port : d.inputs) {
        EXPECT_TRUE(names.insert(port.name).second) << port.name;
        EXPECT_FALSE(port.kinds.empty());
        EXPECT_FALSE(port.help.empty()) << port.name;
    }
    for (const auto& p : d.parameters) {
        EXPECT_TRUE(std::regex_match(p.name, std::regex("[a-z][a-z0-9_]*"))) << p.name;
        EXPECT_TRUE(names.insert(p.name).second) << p.name;
        EXPECT_FALSE(p.label.empty()) << p.name;
        EXPECT_TRUE(isSentence(p.help)) << p.name << ": " << p.help;
        EXPECT_TRUE(parseValue(p, toText(p.fallback)).ok()) << p.name << " refuses its own default";
    }
}

TEST_P(EveryMethod, FindsItselfInTheRegistry) {
    EXPECT_EQ(Registry::global().find(GetParam()->declaration().id).value(), GetParam());
}

TEST_P(EveryMethod, AsksForItsInputs) {
    const Declaration& d = GetParam()->declaration();
    for (const auto& port : d.inputs) {
        if (!port.required) continue;
        const auto inputs = checkInputs(d, {});
        ASSERT_FALSE(inputs.ok());
        EXPECT_EQ(inputs.error().blame, Blame::Usage);
        return;
    }
}

INSTANTIATE_TEST_SUITE_P(Registry, EveryMethod, testing::ValuesIn(all()), [](const auto& info) {
    std::string name = info.param->declaration().id;
    for (char& c : name)
        if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
    return name;
});

TEST(RegistryFind, OffersTheNearestId) {
    const auto found = Registry::global().find("embed.taxonmy");
    ASSERT_FALSE(found.ok());
    EXPECT_EQ(found.error().blame, Blame::Usage);
    EXPECT_NE(found.error().advice.find("embed.taxonomy"), std::string::npos);
}

}  // namespace
}  // namespace horo
