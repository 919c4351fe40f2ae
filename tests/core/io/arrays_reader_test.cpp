// Named arrays of an npz, there and back, and files that are none.
#include <gtest/gtest.h>

#include "core/io/archive.h"
#include "core/io/reader.h"
#include "core/io/writer.h"
#include "tests/core/scratch.h"

namespace horo {
namespace {

TEST(ArraysReader, ReadsWhatWasWritten) {
    const Arrays written{{{"tokens", {2}, std::vector<std::string>{"a", "é"}},
                          {"wq", {2, 2}, std::vector<double>{1, 2, 3, 4}}}};
    const auto bytes = payloadBytes(std::make_shared<const Arrays>(written), "router.npz");
    ASSERT_TRUE(bytes.ok());
    const Scratch scratch;
    const auto opened = openSource(scratch.file("router.npz", *bytes), {Kind::Arrays});
    ASSERT_TRUE(opened.ok()) << opened.error().text();
    EXPECT_EQ(opened->format, "arrays");
    const auto& arrays = *std::get<std::shared_ptr<const Arrays>>(opened->payload);
    ASSERT_EQ(arrays.arrays.size(), 2u);
    for (const Array& array : written.arrays) {
        const Array* found = arrays.find(array.name);
        ASSERT_TRUE(found) << array.name;
        EXPECT_EQ(found->shape, array.shape);
        EXPECT_EQ(found->values, array.values);
    }
}

TEST(ArraysReader, SaysWhatIsWrong) {
    const Scratch scratch;
    EXPECT_FALSE(openSource(scratch.file("none.npz", "no zip at all"), {Kind::Arrays}).ok());
    const auto empty = packArchive({{"readme.txt", "nothing"}}, false);
    const auto opened = openSource(scratch.file("empty.npz", *empty), {Kind::Arrays});
    ASSERT_FALSE(opened.ok());
    EXPECT_NE(opened.error().text().find("no arrays"), std::string::npos);
    const auto broken = packArchive({{"wq.npy", "\x93NUMPY and then nothing"}}, false);
    EXPECT_FALSE(openSource(scratch.file("broken.npz", *broken), {Kind::Arrays}).ok());
}

}  // namespace
}  // namespace horo
