#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/parallel.h"
#include "core/base/random.h"

namespace horo {
namespace {

namespace fs = std::filesystem;

fs::path scratch(const char* name) {
    const auto folder = fs::temp_directory_path() / ("horocycle-base-test-" + std::to_string(getpid()));
    fs::create_directories(folder);
    return folder / name;
}

TEST(ErrorText, IsOneLineWithPlaceCauseAndAdvice) {
    EXPECT_EQ(inputError("is empty", "give data", "a.tsv").text(), "a.tsv: is empty; give data");
    EXPECT_EQ(inputError("a\nb", "c").text(), "a b; c");
}

TEST(NearestName, OffersTheLikelyOne) {
    const std::vector<std::string> names{"negatives", "epochs", "dim"};
    EXPECT_EQ(nearestName("negative", names), "negatives");
    EXPECT_EQ(nearestName("epoch", names), "epochs");
    EXPECT_EQ(nearestName("zzzzzzzz", names), "");
}

TEST(ParallelFor, CoversEveryIndexOnce) {
    std::vector<std::atomic<int>> seen(10'007);
    parallelFor(seen.size(), 100, 4, [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            ++seen[i];
    });
    for (const auto& count : seen)
        EXPECT_EQ(count, 1);
    parallelFor(0, 10, 4, [](size_t, size_t) { FAIL(); });
}

TEST(Random, IsTheSameEverywhereAndUniform) {
    Random a(7), b(7), other(7, 1);
    EXPECT_EQ(a(), b());
    EXPECT_NE(a(), other());
    double sum = 0;
    for (int i = 0; i < 10'000; ++i)
        sum += a.uniform();
    EXPECT_NEAR(sum / 10'000, 0.5, 0.02);
    for (int i = 0; i < 1000; ++i)
        EXPECT_LT(a.below(7), 7u);
}

TEST(WriteFile, ReplacesWholeAndKeepsTheModeOfTheOldOne) {
    const auto path = scratch("whole.txt");
    ASSERT_TRUE(writeFile(path, "first"));
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    ASSERT_TRUE(writeFile(path, "second"));
    EXPECT_EQ(*readFile(path), "second");
    EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    for (const auto& entry : fs::directory_iterator(path.parent_path()))
        EXPECT_EQ(entry.path().string().find(".part-"), std::string::npos) << entry.path();
}

TEST(WriteFile, SaysWhatToDoWhenTheDiskIsFull) {
    // /dev/full refuses every byte; a link to it stands for a full disk without filling one.
    const auto failed = writeFile("/dev/full/x", "bytes");
    ASSERT_FALSE(failed);
    EXPECT_FALSE(failed.error().advice.empty());
    const auto missing = writeFile("/no/such/folder/x", "bytes");
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().text().find("/no/such/folder/x"), std::string::npos);
}

TEST(ReadFile, NamesWhatIsWrong) {
    EXPECT_FALSE(readFile("/no/such/file"));
    EXPECT_NE(readFile("/tmp").error().cause.find("folder"), std::string::npos);
    const auto path = scratch("long.txt");
    ASSERT_TRUE(writeFile(path, std::string(100, 'x')));
    EXPECT_FALSE(readFile(path, 99));
    EXPECT_TRUE(readFile(path, 100));
}

TEST(Sha256, IsTheStandardOne) {
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Utf8, FindsTheFirstBadByte) {
    EXPECT_EQ(firstInvalidUtf8("grün 树 🌲"), std::string_view::npos);
    EXPECT_EQ(firstInvalidUtf8("ab\xE9x"), 2u);
    EXPECT_EQ(firstInvalidUtf8("ab\xC0\x80"), 2u);                  // overlong
    EXPECT_EQ(firstInvalidUtf8("\xED\xA0\x80"), 0u);                // surrogate
    EXPECT_EQ(firstInvalidUtf8(std::string_view("\xF0\x9F")), 0u);  // cut off
}

}  // namespace
}  // namespace horo
