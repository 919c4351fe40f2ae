// Units of a segmentation in the bytes of its text.
#include "views/text/UnitText.h"

#include <QTest>

#include "tests/views/TestMain.h"
#include "views/text/TextPaint.h"

using namespace horo;
using namespace horo::views;

class UnitTextTest : public ViewTest {
    Q_OBJECT

private Q_SLOTS:
    void charactersAreFoundInBytes() {
        std::string bytes;
        std::vector<uint64_t> starts;
        for (int i = 0; i < 5000; ++i) {
            starts.push_back(bytes.size());
            bytes += i % 3 == 0 ? "a" : i % 3 == 1 ? "é" : "漢";
        }
        const CharacterIndex index(bytes);
        QCOMPARE(index.size(), uint64_t(5000));
        for (size_t i = 0; i < starts.size(); ++i) {
            QCOMPARE(index.byteOf(i), starts[i]);
            const uint64_t end = i + 1 < starts.size() ? starts[i + 1] : bytes.size();
            for (uint64_t byte = starts[i]; byte < end; ++byte)
                QCOMPARE(index.characterAt(byte), i);
        }
        QCOMPARE(index.byteOf(5000), bytes.size());
    }

    void unitsOfBytes() {
        const UnitText text(cut(SequenceUnit::Byte, {2, 5, 6}), lines("ab\ncd\n"));
        QVERIFY(!text.isOfLabels());
        QCOMPARE(text.unitAt(0, 0), std::optional<size_t>(0));
        QCOMPARE(text.unitAt(0, 2), std::optional<size_t>(1));
        QCOMPARE(text.unitAt(0, 5), std::optional<size_t>(2));
        QVERIFY(!text.unitAt(0, 6));
        QCOMPARE(text.bytesOf(0, 1), (Text::Piece{2, 5}));
    }

    void unitsOfCharacters() {
        const UnitText text(cut(SequenceUnit::Character, {2, 4}), lines("aé漢z"));
        QVERIFY(!text.isOfLabels());
        QCOMPARE(text.bytesOf(0, 0), (Text::Piece{0, 3}));
        QCOMPARE(text.bytesOf(0, 1), (Text::Piece{3, 7}));
        QCOMPARE(text.unitAt(0, 2), std::optional<size_t>(0));
        QCOMPARE(text.unitAt(0, 3), std::optional<size_t>(1));
    }

    void aUnitGoesOnInTheNextRow() {
        const UnitText text(cut(SequenceUnit::Byte, {1, 4, 6}), lines("ab\ncd\n"));
        const TextRows rows(text.bytes(), 20);
        const auto first = piecesOf(text, rows.row(0)), second = piecesOf(text, rows.row(1));
        QCOMPARE(first.size(), size_t(2));
        QCOMPARE(first[1].left, 1.0);
        QCOMPARE(first[1].right, 3.0);  // the line's end is a cell
        QVERIFY(first[1].begins && !first[1].ends);
        QCOMPARE(second[0].unit, size_t(1));
        QVERIFY(!second[0].begins && second[0].ends);
        QCOMPARE(second[0].right, 1.0);
    }

    void aCutInsideACharacterIsDrawnInsideIt() {
        const UnitText text(cut(SequenceUnit::Byte, {1, 2, 3}), lines("éx"));
        const auto pieces = piecesOf(text, TextRows(text.bytes(), 20).row(0));
        QCOMPARE(pieces.size(), size_t(3));
        QCOMPARE(pieces[0].right, 0.5);
        QCOMPARE(pieces[1].right, 1.0);
    }

    void withoutItsTextTheLabelsStandThere() {
        const auto wrong = lines("another text");
        const auto segmentation = cut(SequenceUnit::Token, {2, 5, 6});
        for (const auto& text : {std::shared_ptr<const Text>(), wrong}) {
            const UnitText labels(segmentation, text);
            QVERIFY(labels.isOfLabels());
            QCOMPARE(std::string(labels.bytes()), std::string("unit 0unit 1unit 0"));
            QCOMPARE(labels.bytesOf(0, 1), (Text::Piece{6, 12}));
            QCOMPARE(labels.unitAt(0, 12), std::optional<size_t>(2));
        }
        QVERIFY(UnitText(cut(SequenceUnit::Byte, {2, 5, 6}), wrong).isOfLabels());
    }

    void coarserLevelsOfLabels() {
        auto segmentation = std::make_shared<Segmentation>(*cut(SequenceUnit::Token, {2, 5, 6}));
        segmentation->levels.push_back({{5, 6}, {0, 1}});
        const UnitText labels(segmentation, nullptr);
        QCOMPARE(labels.bytesOf(1, 0), (Text::Piece{0, 12}));
        QCOMPARE(labels.unitAt(1, 7), std::optional<size_t>(0));
        QCOMPARE(labels.unitAt(1, 13), std::optional<size_t>(1));
        QCOMPARE(labels.occurrences(0, 0), uint64_t(2));
        QCOMPARE(labels.occurrences(1, 0), uint64_t(1));
        QCOMPARE(differentLabels(*segmentation, 0), size_t(2));
        QCOMPARE(labels.findLabel("unit 1"), std::optional<uint32_t>(1));
        QVERIFY(!labels.findLabel("none"));
    }

private:
    static std::shared_ptr<const Text> lines(std::string bytes) {
        return std::make_shared<const Text>(Text::ofLines(std::move(bytes)));
    }

    /// Units that end there, labelled in turn by two labels.
    static std::shared_ptr<const Segmentation> cut(SequenceUnit unit, std::vector<uint64_t> ends) {
        Segmentation s;
        s.unit = unit;
        s.length = ends.back();
        s.inventory = {"unit 0", "unit 1"};
        auto& level = s.levels.emplace_back();
        for (uint32_t i = 0; i < ends.size(); ++i)
            level.labels.push_back(i % 2);
        level.ends = std::move(ends);
        return std::make_shared<const Segmentation>(std::move(s));
    }

    static std::vector<UnitPiece> piecesOf(const UnitText& text, const TextRow& row) {
        return unitPieces(text, 0, row, textCells(text.bytes(), row.begin, row.end));
    }
};

HOROCYCLE_TEST_MAIN(UnitTextTest)
#include "UnitTextTest.moc"
