// Segmentations as JSON, and texts.
#include "core/io/segmentation_file.h"

#include <gtest/gtest.h>

#include "core/io/reader.h"
#include "core/io/writer.h"
#include "tests/core/scratch.h"

namespace horo {
namespace {

std::string spans(const std::string& list, const std::string& head = "\"length\": 7, \"unit\": \"byte\"") {
    return "{" + head + ", \"spans\": [" + list + "]}";
}

const std::string good =
    "{\"start\": 0, \"end\": 7, \"level\": 1, \"label\": \"\"}, {\"start\": 3, \"end\": 7, \"level\": 0, "
    "\"label\": "
    "\"c\\u00e9d\"}, {\"start\": 0, \"end\": 3, \"level\": 0, \"label\": \"ab \"}";

TEST(SegmentationFile, ReadsSpansInAnyOrderAndWritesThemSorted) {
    const auto read = segmentationFromText(spans(good), "here").value();
    ASSERT_EQ(read.levels.size(), 2u);
    EXPECT_EQ(read.levels[0].ends, (std::vector<uint64_t>{3, 7}));
    EXPECT_EQ(read.label(0, 1), "céd");
    EXPECT_EQ(segmentationFromText(segmentationText(read), "again").value(), read);
}

TEST(SegmentationFile, RefusesWithTheReason) {
    const auto cause = [](const std::string& text) {
        const auto read = segmentationFromText(text, "here");
        EXPECT_FALSE(read.ok()) << text;
        EXPECT_EQ(read ? "" : read.error().place, "here");
        return read ? std::string() : read.error().cause;
    };
    const auto span = [](int start, int end, int level) {
        return "{\"start\": " + std::to_string(start) + ", \"end\": " + std::to_string(end) +
               ", \"level\": " + std::to_string(level) + ", \"label\": \"x\"}";
    };
    EXPECT_EQ(cause(spans(span(0, 3, 0) + "," + span(4, 7, 0))), "level 0 has a gap between 3 and 4");
    EXPECT_EQ(cause(spans(span(0, 4, 0) + "," + span(3, 7, 0))), "level 0 overlaps itself between 3 and 4");
    EXPECT_EQ(cause(spans(span(0, 3, 0))), "level 0 ends at 3, but the sequence has 7");
    EXPECT_EQ(cause(spans(span(0, 9, 0))), "level 0 ends at 9, but the sequence has 7");
    EXPECT_EQ(cause(spans(span(0, 7, 1))), "level 1 is there, level 0 is not");
    EXPECT_EQ(cause(spans(span(3, 3, 0))), "span 0 ends before it starts");
    EXPECT_EQ(cause(spans(span(0, 3, 0) + "," + span(3, 7, 0) + "," + span(0, 4, 1) + "," + span(4, 7, 1))),
              "level 1 is cut at 4, level 0 is not");
    EXPECT_EQ(cause(spans("")), "has no spans");
    EXPECT_EQ(cause(spans("7")), "span 0 lacks a whole number as start, end or level");
    EXPECT_EQ(cause(spans(span(-1, 7, 0))), "span 0 lacks a whole number as start, end or level");
    EXPECT_EQ(cause(spans(good, "\"length\": 7")), "has a unit other than byte, character or token");
    EXPECT_EQ(cause(spans(good, "\"length\": 7, \"unit\": \"word\"")),
              "has a unit other than byte, character or token");
    EXPECT_EQ(cause(spans(good, "\"length\": 7.5, \"unit\": \"byte\"")), "has no whole number as length");
    EXPECT_EQ(cause("[]"), "has no whole number as length");
    EXPECT_EQ(cause("{\"length\": "), "is no JSON from byte 12 on");
}

TEST(TextFile, LinesEndAtLineFeedsAlone) {
    const Scratch scratch;
    const auto path = scratch.file("t.txt", "one\r\n\ntwo\vthree\xC2\x85");
    const auto opened = openSource(path).value();
    const auto text = std::get<std::shared_ptr<const Text>>(opened.payload);
    ASSERT_EQ(text->pieces.size(), 3u);
    EXPECT_EQ(text->piece(0), "one");
    EXPECT_EQ(text->piece(1), "");
    EXPECT_EQ(text->piece(2), "two\vthree\xC2\x85");
    EXPECT_EQ(text->bytes.size(), 17u);
    EXPECT_EQ(*payloadBytes(opened.payload, "copy.txt"), text->bytes);
    EXPECT_EQ(Text::ofLines("a\n").pieces.size(), 1u);
    EXPECT_TRUE(Text::ofLines("").pieces.empty());
}

TEST(TextFile, TakesAnyFileWhereATextIsWantedAndAColumnOfACsv) {
    const Scratch scratch;
    const auto bytes = scratch.file("t.tsv", std::string("\xFF\0\n", 3));
    const auto opened = openSource(bytes, {Kind::Text}).value();
    EXPECT_EQ(std::get<std::shared_ptr<const Text>>(opened.payload)->bytes.size(), 3u);
    const auto csv = scratch.file("t.csv", "id,text\nb,\"one, \"\"two\"\"\nthree\"\na,four\n");
    const auto column = std::get<std::shared_ptr<const Text>>(openSource(csv, {Kind::Text}).value().payload);
    ASSERT_EQ(column->pieces.size(), 2u);
    EXPECT_EQ(column->piece(0), "one, \"two\"\nthree");
    EXPECT_EQ(column->name(1), "a");
    const auto twice = openSource(scratch.file("u.csv", "id,text\na,x\na,y\n"), {Kind::Text});
    ASSERT_FALSE(twice.ok());
    EXPECT_EQ(twice.error().cause, "names the id 'a' again");
    EXPECT_EQ(legible("a\xFF\xC3\xA9"), "a\\xFFé");
}

}  // namespace
}  // namespace horo
