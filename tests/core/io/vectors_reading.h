// What the tests of readers of vectors share.
#pragma once

#include <algorithm>

#include "core/io/preview.h"
#include "core/io/reader.h"
#include "tests/core/scratch.h"

namespace horo {

class VectorsReading : public testing::Test {
protected:
    using Texts = std::vector<std::string>;
    using Numbers = std::vector<double>;

    static std::string sample(const std::string& name) {
        return std::string(HOROCYCLE_TEST_DATA) + "/vectors/" + name;
    }
    /// The embedding of a source that opens.
    static std::shared_ptr<const Embedding> rowsOf(const std::string& source) {
        const auto opened = openSource(source, {Kind::Embedding});
        EXPECT_TRUE(opened.ok()) << (opened ? "" : opened.error().text());
        return opened ? std::get<std::shared_ptr<const Embedding>>(opened->payload)
                      : std::make_shared<const Embedding>();
    }
    /// The error of a source that does not; it says where and what to do.
    static Error refused(const std::string& source) {
        const auto opened = openSource(source, {Kind::Embedding});
        EXPECT_FALSE(opened.ok()) << source;
        if (opened) return {};
        EXPECT_FALSE(opened.error().advice.empty()) << opened.error().text();
        EXPECT_FALSE(opened.error().place.empty() && opened.error().blame == Blame::Input)
            << opened.error().text();
        return opened.error();
    }
    /// A preview agrees that it cannot be read.
    static void refuses(const std::string& source, std::string_view what) {
        const Error error = refused(source);
        EXPECT_NE(error.text().find(what), std::string::npos) << error.text();
        const auto seen = preview(source, {Kind::Embedding});
        EXPECT_TRUE(!seen || seen->error) << source;
    }
    /// Whatever a cut or changed copy of the bytes is, it ends in an embedding or in an error with advice.
    void survivesDamage(const std::string& name, const std::string& options = "", size_t step = 1) {
        const std::string whole = readWhole(sample(name));
        ASSERT_FALSE(whole.empty()) << name;
        const auto check = [&](const std::string& bytes) {
            const auto opened = openSource(scratch.file(name, bytes) + options, {Kind::Embedding});
            if (opened) return;
            EXPECT_FALSE(opened.error().advice.empty()) << opened.error().text();
            EXPECT_NE(opened.error().blame, Blame::Program) << opened.error().text();
        };
        for (size_t length = 0; length < whole.size(); length += step) {
            check(whole.substr(0, length));
            for (const char change : {'\0', '\xFF', '\x80', '9'}) {
                std::string bytes = whole;
                bytes[length] = change;
                check(bytes);
            }
        }
    }
    static std::string readWhole(const std::string& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    static Numbers numbersOf(const Embedding& embedding) { return embedding.vectors.toDouble(); }
    static Texts textsOf(const Embedding& embedding, const std::string& column) {
        const Column* found = embedding.about ? embedding.about->find(column) : nullptr;
        const auto* texts = found ? std::get_if<Texts>(&found->values) : nullptr;
        return texts ? *texts : Texts();
    }
    static Numbers numbersOf(const Embedding& embedding, const std::string& column) {
        const Column* found = embedding.about ? embedding.about->find(column) : nullptr;
        const auto* numbers = found ? std::get_if<Numbers>(&found->values) : nullptr;
        return numbers ? *numbers : Numbers();
    }
    static const ReadingChoice* choice(const Preview& seen, const std::string& key) {
        const auto found = std::ranges::find(seen.choices, key, &ReadingChoice::key);
        return found == seen.choices.end() ? nullptr : &*found;
    }

    /// The rows of all samples.
    const Numbers rows{0.5, -1.25, 3, static_cast<double>(1e-3f), 2.5, -4, 0, 0.125, 100, 7, 8.5, -9};
    const Texts words{"king", "queen", "Bär", "new york"};
    Scratch scratch;
};

}  // namespace horo
