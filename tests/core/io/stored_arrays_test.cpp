// Arrays in npz, safetensors, HDF5, AnnData and IDX.
#include <algorithm>
#include <cstring>

#include "core/io/archive.h"
#include "core/io/npy.h"
#include "tests/core/io/vectors_reading.h"

namespace horo {
namespace {

class StoredArrays : public VectorsReading {};

TEST_F(StoredArrays, AnyNpzIsReadByItsOnlyTable) {
    const auto e = rowsOf(sample("plain.npz"));
    EXPECT_EQ(numbersOf(*e), rows);
    EXPECT_EQ(textsOf(*e, "words"), words);
    EXPECT_EQ(numbersOf(*e, "freq"), (Numbers{4, 3, 2, 1}));
    EXPECT_FALSE(e->about->find("mean"));
    EXPECT_EQ(rowsOf(sample("plain.npz") + "?id=words")->items->names(), words);
    refuses(sample("several.npz"), "?array=NAME: test (2 x 3 f4), train (4 x 3 f4)");
    EXPECT_EQ(rowsOf(sample("several.npz") + "?array=test")->rows(), 2u);
    refuses(sample("several.npz") + "?array=tests", "did you mean 'test'");
    const auto seen = preview(sample("several.npz")).value();
    EXPECT_EQ(choice(seen, "array")->alternatives, (Texts{"", "test", "train"}));
    EXPECT_TRUE(seen.error);
}

TEST_F(StoredArrays, PythonObjectsAreNeverRead) {
    const auto opened = openSource(sample("object.npz")).value();
    EXPECT_NE(opened.warnings.front().find("Python objects"), std::string::npos);
    refuses(std::string(HOROCYCLE_TEST_DATA) + "/npy/object.npy", "Python objects");
}

TEST_F(StoredArrays, PicturesInBytesKnowTheirShape) {
    const auto e = rowsOf(sample("pictures.npy"));
    ASSERT_TRUE(e->picture);
    EXPECT_EQ(*e->picture, (PictureShape{4, 3, 1}));
    EXPECT_EQ(e->columns(), 12u);
    EXPECT_EQ(e->vectors.at(1, 11), static_cast<double>(23.f / 255));
}

TEST_F(StoredArrays, TensorsOfEveryTypeAreRead) {
    const auto e = rowsOf(sample("one.safetensors"));
    EXPECT_EQ(numbersOf(*e), rows);
    refuses(sample("three.safetensors"), "3 tables of numbers");
    EXPECT_TRUE(rowsOf(sample("three.safetensors?tensor=b"))->vectors.isDouble());
    EXPECT_EQ(rowsOf(sample("three.safetensors?tensor=c"))->vectors.at(2, 2), 100);
    EXPECT_EQ(rowsOf(sample("three.safetensors?tensor=a"))->vectors.at(0, 1), -1.25);
    refuses(sample("three.safetensors?tensor=d"), "no table of numbers 'd'");
    survivesDamage("three.safetensors", "?tensor=a", 5);
}

/// A safetensors file of a header and 24 bytes.
std::string safetensors(const std::string& header) {
    std::string bytes(8, '\0');
    for (size_t i = 0; i < 8; ++i)
        bytes[i] = static_cast<char>(header.size() >> (8 * i) & 255);
    return bytes + header + std::string(24, '\0');
}

TEST_F(StoredArrays, TensorsThatDoNotFitAreRefused) {
    const auto refusesHeader = [&](const std::string& header, const char* what) {
        refuses(scratch.file("t.safetensors", safetensors(header)), what);
    };
    refusesHeader(R"({"a": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 99]}})", "lies at bytes");
    refusesHeader(R"({"a": {"dtype": "F32", "shape": [2, 4], "data_offsets": [0, 24]}})",
                  "its shape asks for 32");
    refusesHeader(R"({"a": {"dtype": "F32", "shape": [9223372036854775807, 4], "data_offsets": [0, 24]}})",
                  "absurd shape");
    refusesHeader(R"({"a": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]},
                      "b": {"dtype": "F32", "shape": [1, 1], "data_offsets": [20, 24]}})",
                  "overlap");
    refusesHeader(R"({"a": {"dtype": "F32", "shape": "x"}})", "without dtype");
    refusesHeader(R"({"a": {"dtype": "F4", "shape": [1, 2], "data_offsets": [0, 24]}})", "type F4");
    refusesHeader("[1]", "no JSON object");
    refusesHeader("{", "JSON");
    refuses(scratch.file("s.safetensors", std::string(8, '\xFF')), "header has");
    refuses(scratch.file("s.safetensors", "short"), "too short");
}

TEST_F(StoredArrays, ADatasetWithWhatLiesBesideIt) {
    const auto e = rowsOf(sample("rows.h5"));
    EXPECT_EQ(numbersOf(*e), rows);
    EXPECT_EQ(e->items->names(), words);
    EXPECT_EQ(e->labels, (Texts{"p", "q", "p", "q"}));
    EXPECT_EQ(numbersOf(*e, "weight"), (Numbers{0, 1, 2, 3}));
    EXPECT_EQ(numbersOf(*e, "flag"), (Numbers{1, 0, 1, 0}));
    refuses(sample("two.h5"), "?dataset=NAME: /a (4 x 3 float32), /b (4 x 3 float64)");
    EXPECT_TRUE(rowsOf(sample("two.h5?dataset=b"))->vectors.isDouble());
    refuses(sample("virtual.h5"), "lies in another file");
    refuses(scratch.file("n.h5", "no HDF5 at all"), "is no HDF5 file");
    refuses(scratch.file("e.h5", ""), "is no HDF5 file");
}

TEST_F(StoredArrays, ADatasetOfManyBlocksComesInOrder) {
    const auto e = rowsOf(sample("blocks.h5"));
    ASSERT_EQ(e->rows(), 100'000u);
    ASSERT_EQ(e->columns(), 3u);
    for (size_t row = 0; row < e->rows(); ++row)
        for (size_t column = 0; column < 3; ++column)
            ASSERT_EQ(e->vectors.at(row, column), static_cast<double>(3 * row + column));
    const Texts ids = e->items->names();
    EXPECT_EQ(ids.front(), "row 0");
    EXPECT_EQ(ids.back(), "row 99999");
}

// The HDF5 library stays in the first two forever; its process is ended.
TEST_F(StoredArrays, AHeapThatLeadsNowhereIsRefused) {
    const std::string whole = readWhole(sample("virtual.h5"));
    const size_t heap = whole.find("GCOL");
    ASSERT_NE(heap, whole.npos);
    const auto refusesFirstObject = [&](uint16_t index, uint64_t length, std::vector<std::string> words) {
        std::string bytes = whole;
        std::memcpy(bytes.data() + heap + 16, &index, sizeof index);
        std::memcpy(bytes.data() + heap + 24, &length, sizeof length);
        const Error error = refused(scratch.file("heap.h5", bytes));
        EXPECT_TRUE(std::ranges::any_of(words, [&](const auto& word) {
            return error.cause.find(word) != std::string::npos;
        })) << error.text();
    };
    refusesFirstObject(0, 0, {"is damaged: the process that reads it was ended by signal 24"});
    refusesFirstObject(1, ~uint64_t{0} - 20, {"is damaged"});
    // The library reads behind the heap: into zeros, or into a sanitizer's arms.
    refusesFirstObject(1, 5000, {"no table of numbers", "is damaged"});
}

TEST_F(StoredArrays, ALargeFileShowsItsFirstRows) {
    const auto seen = preview(sample("rows.h5"), {}, 64).value();
    EXPECT_FALSE(seen.isWhole);
    EXPECT_FALSE(seen.opened);
    EXPECT_EQ(seen.embedding->rows, 4u);
    EXPECT_EQ(seen.embedding->firstRows[0][0], "king");
    const auto tensor = preview(sample("one.safetensors"), {}, 200).value();
    EXPECT_FALSE(tensor.isWhole);
    EXPECT_EQ(tensor.embedding->firstRows[1][2], "2.5") << tensor.embedding->firstRows.size();
    const Vectors many(1000, 4, std::vector<float>(4000, .5f));
    const auto npy = preview(scratch.file("m.npy", npyBytes(many)), {}, 1024).value();
    EXPECT_FALSE(npy.isWhole);
    EXPECT_EQ(npy.embedding->rows, 1000u);
    EXPECT_EQ(npy.embedding->columns, 4u);
}

TEST_F(StoredArrays, CellsWithTheirObservations) {
    const Numbers counts{0, 1, 0, 2, 0, 0, 0, 0, 3, 0, 0, 4, 0, 5, 6, 0};
    for (const std::string name : {"dense.h5ad", "csr.h5ad", "csc.h5ad"}) {
        const auto e = rowsOf(sample(name));
        EXPECT_EQ(numbersOf(*e), counts) << name;
        EXPECT_EQ(e->items->names(), (Texts{"cell1", "cell2", "cell3", "cell4"}));
        EXPECT_EQ(textsOf(*e, "kind"), (Texts{"T", "B", "", "T"}));
        EXPECT_EQ(textsOf(*e, "note"), (Texts{"w", "x", "y", "z"}));
        EXPECT_EQ(numbersOf(*e, "score"), (Numbers{.5, 1.5, 2.5, 3.5}));
        const auto counted = numbersOf(*e, "count");
        ASSERT_EQ(counted.size(), 4u);
        EXPECT_TRUE(std::isnan(counted[1]));
        EXPECT_EQ(counted[2], 3);
        EXPECT_EQ(numbersOf(*rowsOf(sample(name) + "?layer=counts")), counts);
        const auto reduced = rowsOf(sample(name) + "?layer=obsm/X_pca&label=kind");
        EXPECT_EQ(numbersOf(*reduced), rows);
        EXPECT_EQ(reduced->labels[0], "T");
        EXPECT_EQ(rowsOf(sample(name) + "?layer=X_pca")->columns(), 3u);
    }
    refuses(sample("dense.h5ad?layer=X_umap"), "no table of numbers 'X_umap'");
    EXPECT_EQ(choice(preview(sample("csr.h5ad")).value(), "layer")->alternatives,
              (Texts{"X", "layers/counts", "obsm/X_pca"}));
}

TEST_F(StoredArrays, ImagesInIdxFindTheirLabels) {
    const auto e = rowsOf(sample("few-images-idx3-ubyte"));
    EXPECT_EQ(*e->picture, (PictureShape{4, 3, 1}));
    EXPECT_EQ(e->labels, (Texts{"7", "3"}));
    EXPECT_EQ(e->vectors.at(1, 11), static_cast<double>(23.f / 255));
    EXPECT_TRUE(rowsOf(sample("few-images-idx3-ubyte?labels=none"))->labels.empty());
    const auto packed = rowsOf(sample("few-images-idx3-ubyte.gz?labels=" + sample("few-labels-idx1-ubyte")));
    EXPECT_EQ(numbersOf(*packed), numbersOf(*e));
    EXPECT_EQ(numbersOf(*rowsOf(sample("floats.idx"))), rows);
    refuses(sample("few-labels-idx1-ubyte"), "these are labels");
    refuses(scratch.file("a-ubyte", "not idx"), "two zero bytes");
    refuses(scratch.file("b-ubyte", std::string("\0\0\x08\x02\0\0\0\x02\0\0\0\x02\1\2\3", 15)),
            "there are at most 15");
    refuses(scratch.file("c-ubyte",
                         std::string("\0\0\x08\x03\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 16)),
            "absurd");
    refuses(scratch.file("d-ubyte.gz", "\x1F\x8B garbage"), "is damaged");
    survivesDamage("few-images-idx3-ubyte.gz", "", 2);
    survivesDamage("floats.idx", "", 2);
}

TEST_F(StoredArrays, ParquetIsToldHowToConvert) {
    const Error error = refused(scratch.file("a.parquet", "PAR1xxxxPAR1"));
    EXPECT_NE(error.advice.find("to_csv"), std::string::npos);
}

TEST_F(StoredArrays, FashionMnistIsPicturesWithClassesAndATree) {
    if (!std::filesystem::exists("/usr/share/datasets/fashion-mnist")) {
        EXPECT_NE(refused("fashion-mnist:test").advice.find("dataset-fashion-mnist"), std::string::npos);
        GTEST_SKIP() << "dataset-fashion-mnist is not installed";
    }
    const auto test = rowsOf("fashion-mnist:test");
    EXPECT_EQ(test->rows(), 10'000u);
    EXPECT_EQ(*test->picture, (PictureShape{28, 28, 1}));
    EXPECT_EQ(test->items->name(9'999), "9999");
    EXPECT_EQ(test->labels[0], "Ankle boot");
    const auto labels = openSource("fashion-mnist:test", {Kind::Table}).value();
    const auto& table = *std::get<std::shared_ptr<const Table>>(labels.payload);
    EXPECT_EQ(std::get<std::vector<std::string>>(table.find("id")->values)[1], "1");
    EXPECT_EQ(std::get<std::vector<std::string>>(table.find("label")->values), test->labels);
    const auto opened = openSource("fashion-mnist:test?hierarchy=fashion-mnist:tree").value();
    EXPECT_EQ(opened.matching->what, "labels");
    EXPECT_EQ(opened.matching->names.matched(), 10'000u);
    const auto tree = std::get<std::shared_ptr<const Hierarchy>>(openSource("fashion-mnist:tree")->payload);
    EXPECT_EQ(tree->size(), 19u);
    EXPECT_EQ(tree->leafCount(), 10u);
    EXPECT_EQ(tree->maxDepth(), 3);
    EXPECT_EQ(refused("fashion-mnist:validation").blame, Blame::Usage);
}

}  // namespace
}  // namespace horo
