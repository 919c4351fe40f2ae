#include "core/method/parameters.h"

#include <gtest/gtest.h>

#include <limits>

namespace horo {
namespace {

Declaration example() {
    Declaration d;
    d.id = "test.example";
    d.parameters = {integer("epochs", "Epochs", 300, 1, 1000, "", "How many."),
                    real("lr", "Rate", 0.3, 0, 10, "", "How fast."),
                    boolean("partial", "Partial", false, "Whether."),
                    choice("manifold", "Space", {"poincare", "lorentz"}, "Where.")};
    return d;
}

TEST(Parameters, BeginWithTheDefaults) {
    const Parameters p(example());
    EXPECT_EQ(p.integer("epochs"), 300);
    EXPECT_EQ(p.real("lr"), 0.3);
    EXPECT_FALSE(p.boolean("partial"));
    EXPECT_EQ(p.text("manifold"), "poincare");
}

TEST(Parameters, TakeWhatAPersonTypes) {
    const auto d = example();
    Parameters p(d);
    for (const auto& [name, text] :
         {std::pair{"epochs", "20"}, {"lr", "1e-3"}, {"partial", "true"}, {"manifold", "lorentz"}})
        EXPECT_TRUE(p.set(d, name, text).ok()) << name;
    EXPECT_EQ(p.integer("epochs"), 20);
    EXPECT_EQ(p.real("lr"), 1e-3);
    EXPECT_TRUE(p.boolean("partial"));
    EXPECT_EQ(p.text("manifold"), "lorentz");
}

TEST(Parameters, RefuseTheRestAsUsage) {
    const auto d = example();
    Parameters p(d);
    const Parameters before = p;
    for (const auto& [name, text] : {std::pair{"epochs", "0"},
                                     {"epochs", "1001"},
                                     {"epochs", "2.5"},
                                     {"epochs", ""},
                                     {"epochs", "9999999999999999999"},
                                     {"epochs", "3 "},
                                     {"lr", "nan"},
                                     {"lr", "inf"},
                                     {"lr", "-1"},
                                     {"lr", "fast"},
                                     {"partial", "maybe"},
                                     {"manifold", "Poincare"},
                                     {"manifold", ""}}) {
        const auto done = p.set(d, name, text);
        ASSERT_FALSE(done.ok()) << name << " = " << text;
        EXPECT_EQ(done.error().blame, Blame::Usage);
        EXPECT_NE(done.error().cause.find(name), std::string::npos);
    }
    EXPECT_EQ(p, before);
}

TEST(Parameters, OfferTheNearestName) {
    const auto d = example();
    Parameters p(d);
    EXPECT_NE(p.set(d, "epoch", "3").error().advice.find("'epochs'"), std::string::npos);
    EXPECT_NE(p.set(d, "zzzzzzzz", "3").error().advice.find("epochs, lr, partial, manifold"),
              std::string::npos);
}

TEST(Parameters, JsonRoundTrip) {
    const auto d = example();
    Parameters p(d);
    ASSERT_TRUE(p.set(d, "lr", "0.1").ok());
    EXPECT_EQ(Parameters::fromJson(d, p.toJson()).value(), p);
    EXPECT_EQ(Parameters::fromJson(d, nlohmann::json::parse(p.toJson().dump())).value(), p);
    EXPECT_FALSE(Parameters::fromJson(d, {{"unknown", 1}}).ok());
    EXPECT_FALSE(Parameters::fromJson(d, 3).ok());
}

}  // namespace
}  // namespace horo
