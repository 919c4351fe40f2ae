// What every method owes, without naming one.
#include <gtest/gtest.h>

#include "core/method/registry.h"
#include "core/method/run.h"
#include "core/plugin/check_method.h"

namespace horo {
namespace {

class EveryMethod : public testing::TestWithParam<const Method*> {};

std::vector<const Method*> all() {
    std::vector<const Method*> methods;
    for (const auto& entry : Registry::global().entries())
        methods.push_back(entry.method.get());
    return methods;
}

TEST_P(EveryMethod, DoesWhatEveryMethodOwes) {
    for (const auto& finding : checkMethod(*GetParam()))
        EXPECT_EQ(finding.fault, "") << finding.check;
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
