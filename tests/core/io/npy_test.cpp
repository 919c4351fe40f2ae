#include "core/io/npy.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/file.h"
#include "tests/core/scratch.h"

namespace horo {
namespace {

NpyArray sample(const std::string& name) {
    const auto bytes = readFile(std::string(HOROCYCLE_TEST_DATA) + "/npy/" + name + ".npy");
    EXPECT_TRUE(bytes.ok()) << name;
    auto array = parseNpy(*bytes, name);
    EXPECT_TRUE(array.ok()) << name << ": " << (array.ok() ? "" : array.error().text());
    return array.ok() ? std::move(*array) : NpyArray{};
}

/// An array file with the header given, as numpy would lay it out.
std::string made(std::string head, std::string_view data = {}, char version = 1) {
    std::string bytes("\x93NUMPY", 6);
    bytes += version;
    bytes += '\0';
    bytes += static_cast<char>(head.size() & 255);
    bytes += static_cast<char>(head.size() >> 8);
    if (version > 1) bytes += std::string(2, '\0');
    return bytes + head + std::string(data);
}

std::string headOf(const char* type, const char* shape, const char* fortran = "False") {
    return std::string("{'descr': '") + type + "', 'fortran_order': " + fortran + ", 'shape': " + shape +
           ", }\n";
}

class NpyType : public testing::TestWithParam<const char*> {};

TEST_P(NpyType, ReadsNumpysOwn) {
    const std::string name = GetParam();
    const bool real = name[0] == 'f';
    for (const std::string ending : {"", "_big_endian"}) {
        const Vectors v = sample(name + ending).toVectors().value();
        EXPECT_EQ(v.rows(), 2u);
        EXPECT_EQ(v.columns(), 3u);
        EXPECT_EQ(v.toDouble(), (real ? std::vector<double>{0, 1, -2, 3.5, 100, 7}
                                      : std::vector<double>{0, 1, 2, 3, 100, 7}));
        EXPECT_EQ(v.isDouble(), name != "f2" && name != "f4");
    }
}

INSTANTIATE_TEST_SUITE_P(All, NpyType,
                         testing::Values("f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"),
                         [](const auto& info) { return info.param; });

TEST(ParseNpy, TurnsFortranOrderIntoRows) {
    EXPECT_EQ(sample("f8_fortran").toVectors().value().toDouble(),
              (std::vector<double>{0, 1, -2, 3.5, 100, 7}));
    const auto cube = sample("f4_fortran_cube");
    EXPECT_EQ(cube.shape, (std::vector<size_t>{2, 3, 4}));
    const auto& values = std::get<std::vector<float>>(cube.values);
    for (size_t i = 0; i < 24; ++i)
        EXPECT_EQ(values[i], static_cast<float>(i));
}

TEST(ParseNpy, ReadsTextsTruthValuesAndEmptyArrays) {
    const std::vector<std::string> animals{"bear", "Bär", "動物", "🐻", ""};
    EXPECT_EQ(sample("text").toTexts(), animals);
    EXPECT_EQ(sample("text_big_endian").toTexts(), (std::vector<std::string>{"bear", "Bär"}));
    EXPECT_EQ(sample("bytes").toTexts(), (std::vector<std::string>{"bear", "ox"}));
    EXPECT_EQ(sample("scalar").toTexts(), (std::vector<std::string>{"one text"}));
    EXPECT_EQ(sample("bool").toTexts(), (std::vector<std::string>{"1", "0", "1"}));
    EXPECT_EQ(sample("empty").toVectors().value().rows(), 0u);
    for (const char* name : {"format_2", "format_3"})
        EXPECT_EQ(sample(name).toVectors().value().at(1, 0), 3.5) << name;
}

TEST(ParseNpy, RefusesWhatCannotBeReadSafely) {
    for (const char* name : {"object", "structured", "complex"}) {
        const auto bytes = readFile(std::string(HOROCYCLE_TEST_DATA) + "/npy/" + name + ".npy");
        const auto array = parseNpy(*bytes, name);
        ASSERT_FALSE(array.ok()) << name;
        EXPECT_EQ(array.error().blame, Blame::Input);
        EXPECT_EQ(array.error().place, name);
    }
}

TEST(ParseNpy, EveryBeginningOfAFileIsAnError) {
    const auto bytes = *readFile(std::string(HOROCYCLE_TEST_DATA) + "/npy/f8.npy");
    for (size_t length = 0; length < bytes.size(); ++length)
        EXPECT_FALSE(parseNpy(std::string_view(bytes).substr(0, length), "cut").ok()) << length;
}

TEST(ParseNpy, AbsurdShapesCostNoMemory) {
    const auto refused = [](const std::string& bytes) {
        const auto array = parseNpy(bytes, "absurd");
        return !array.ok() || !array->toVectors().ok();
    };
    EXPECT_TRUE(refused(made(headOf("<f8", "(1000000000000, 2)"), std::string(64, 'x'))));
    EXPECT_TRUE(refused(made(headOf("<f8", "(4294967296, 4294967296)"))));
    EXPECT_TRUE(refused(made(headOf("<f8", "(99999999999999999999,)"))));
    EXPECT_TRUE(refused(made(headOf("<U0", "(4294967296,)"))));
    EXPECT_TRUE(refused(made(headOf("|S0", "(1000000,)"))));
    EXPECT_TRUE(refused(made(headOf("<U999999999", "(1,)"))));
    EXPECT_TRUE(refused(made(headOf("<f8", "(-1, 2)"))));
    EXPECT_TRUE(refused(made("{}\n")));
    EXPECT_TRUE(refused(made(headOf("<f8", "(1, 2)"), std::string(16, 'x'), 4)));
}

TEST(ParseNpy, NumbersThatDoNotFitAreNotTurnedAround) {
    const std::string top = "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF";
    EXPECT_FALSE(parseNpy(made(headOf("<u8", "(1,)"), top), "large").ok());
    EXPECT_EQ(parseNpy(made(headOf("<i8", "(1,)"), top), "minus one").value().toTexts().front(), "-1");
}

TEST(ParseNpy, HalvesKeepTheirSpecialValues) {
    const std::string halves("\x00\x7C\x00\xFC\x01\x00\x00\x7E", 8);  // infinity, -infinity, smallest, NaN
    const auto array = parseNpy(made(headOf("<f2", "(4,)"), halves), "halves").value();
    const auto& v = std::get<std::vector<float>>(array.values);
    EXPECT_EQ(v[0], INFINITY);
    EXPECT_EQ(v[1], -INFINITY);
    EXPECT_EQ(v[2], std::ldexp(1.0f, -24));
    EXPECT_TRUE(std::isnan(v[3]));
}

TEST(NpyBytes, ReadBackTheSame) {
    const Vectors floats(2, 2, std::vector<float>{1, -2.5f, 3e-38f, 4}),
        doubles(1, 3, std::vector<double>{1. / 3, 2, 3});
    EXPECT_EQ(parseNpy(npyBytes(floats), "")->toVectors()->toDouble(), floats.toDouble());
    EXPECT_EQ(parseNpy(npyBytes(doubles), "")->toVectors()->toDouble(), doubles.toDouble());
    const std::vector<std::string> texts{"", "a", "Bär", "🐻🐻"};
    EXPECT_EQ(parseNpy(npyBytes(texts), "")->toTexts(), texts);
    EXPECT_EQ(parseNpy(npyBytes(std::vector<std::string>{}), "")->toTexts(), std::vector<std::string>{});
    const auto whole = parseNpy(npyBytes(std::vector<int64_t>{1, -2, 3, 4}, 2), "").value();
    EXPECT_EQ(whole.shape, (std::vector<size_t>{2, 2}));
}

}  // namespace
}  // namespace horo
