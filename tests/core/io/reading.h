// What the tests of readers share: open a text, or be refused.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>

#include "core/io/reader.h"
#include "core/io/writer.h"
#include "tests/core/scratch.h"

namespace horo {

class Reading : public testing::Test {
protected:
    Opened open(std::string_view text, const std::string& name, const std::string& options = "") {
        auto opened = openSource(scratch.file(name, text) + options, {Kind::Hierarchy});
        EXPECT_TRUE(opened.ok()) << (opened.ok() ? "" : opened.error().text());
        return opened.ok() ? std::move(*opened) : Opened{};
    }
    /// The error of a text that must not open; it has all its parts.
    Error refuse(std::string_view text, const std::string& name, const std::string& options = "") {
        const auto opened = openSource(scratch.file(name, text) + options, {Kind::Hierarchy});
        EXPECT_FALSE(opened.ok()) << text.substr(0, 200);
        if (opened.ok()) return {};
        EXPECT_NE(opened.error().blame, Blame::Program);
        EXPECT_FALSE(opened.error().cause.empty());
        EXPECT_FALSE(opened.error().advice.empty());
        if (opened.error().blame == Blame::Input) {
            EXPECT_NE(opened.error().place.find(name), std::string::npos) << opened.error().text();
        }
        return opened.error();
    }
    /// What every reader of text refuses.
    void refuseWhatIsNoText(const std::string& name, const std::string& options = "") {
        EXPECT_NE(refuse("", name, options).cause.find("empty"), std::string::npos);
        EXPECT_NE(refuse("a\xE9\n", name, options).cause.find("not UTF-8"), std::string::npos);
        EXPECT_NE(refuse(std::string_view("a\0b", 3), name, options).cause.find("zero byte"),
                  std::string::npos);
        EXPECT_NE(refuse("\xFF\xFE a", name, options).cause.find("UTF-16"), std::string::npos);
    }
    /// Written under `name` and read again.
    Opened again(const Opened& opened, const std::string& name) {
        const auto bytes = payloadBytes(opened.payload, name);
        EXPECT_TRUE(bytes.ok()) << (bytes.ok() ? "" : bytes.error().text());
        return bytes.ok() ? open(*bytes, name) : Opened{};
    }
    static std::shared_ptr<const Hierarchy> hierarchyOf(const Opened& opened) {
        return std::get<std::shared_ptr<const Hierarchy>>(opened.payload);
    }
    /// The edges as "parent>child" texts in their order.
    static std::string edgesOf(const Opened& opened) {
        const auto h = hierarchyOf(opened);
        std::string text;
        for (const auto& edge : h->edges())
            text += h->name(edge.parent) + ">" + h->name(edge.child) + " ";
        return text;
    }
    /// The same in the order of the alphabet, for formats that go through a tree in another order.
    static std::vector<std::string> sortedEdgesOf(const Opened& opened) {
        const auto h = hierarchyOf(opened);
        std::vector<std::string> all;
        for (const auto& edge : h->edges())
            all.push_back(h->name(edge.parent) + ">" + h->name(edge.child));
        std::ranges::sort(all);
        return all;
    }
    static std::vector<std::string> sortedNamesOf(const Opened& opened) {
        auto names = hierarchyOf(opened)->items()->names();
        std::ranges::sort(names);
        return names;
    }
    static double number(const Opened& opened, std::string_view key) {
        return describe(opened.payload).find(key)->value.value();
    }
    static bool warns(const Opened& opened, std::string_view of) {
        return std::ranges::any_of(opened.warnings, [&](const std::string& warning) {
            return warning.find(of) != std::string::npos;
        });
    }
    /// A hierarchy in which c has two parents.
    static Payload diamond() {
        return Hierarchy::create(Items::create({"a", "b", "c", "d"}).value(),
                                 {{0, 1}, {0, 3}, {1, 2}, {3, 2}})
            .value();
    }
    Scratch scratch;
};

}  // namespace horo
