// What every chunker of texts does with texts that are hard to bear.
#include <algorithm>

#include "tests/core/chunking/chunked.h"

namespace horo {
namespace {

class AnyChunker : public testing::TestWithParam<const char*> {
protected:
    /// Cuts the bytes; each level covers and nests, or execute would have refused it.
    void expectWhole(const std::string& bytes) const {
        const auto finished = runChunker(GetParam(), bytes);
        ASSERT_TRUE(finished.ok()) << finished.error().text();
        const auto cut = std::get<std::shared_ptr<const Segmentation>>(finished->outcome.output);
        EXPECT_EQ(cut->length, bytes.size());
        for (const auto& score : finished->outcome.report.scores)
            EXPECT_TRUE(score.value.has_value()) << score.key;
    }
};

TEST_P(AnyChunker, RefusesAnEmptyText) {
    const auto finished = runChunker(GetParam(), "");
    ASSERT_FALSE(finished.ok());
    EXPECT_EQ(finished.error().blame, Blame::Input);
}

TEST_P(AnyChunker, TakesOneSymbolAMillionTimes) {
    expectWhole(std::string(1'000'000, 'a'));
}

TEST_P(AnyChunker, TakesAnyBytes) {
    std::string bytes;
    for (int i = 0; i < 2000; ++i)
        bytes += static_cast<char>(i * i % 256);
    bytes += std::string(3, '\0');
    expectWhole(bytes);
    expectWhole(std::string(1, '\0'));
}

TEST_P(AnyChunker, NamesTheByteThatIsNoCharacter) {
    const auto finished = runChunker(GetParam(), "ab\xFF", {{"unit", "character"}});
    ASSERT_FALSE(finished.ok());
    EXPECT_NE(finished.error().cause.find("byte 2"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(All, AnyChunker,
                         testing::Values("chunk.fixed", "chunk.spaces", "chunk.sentences", "chunk.bpe",
                                         "chunk.lz78", "chunk.sequitur", "chunk.entropy", "chunk.hcm",
                                         "chunk.hvm"),
                         [](const auto& info) {
                             std::string name = info.param;
                             std::ranges::replace(name, '.', '_');
                             return name;
                         });

}  // namespace
}  // namespace horo
