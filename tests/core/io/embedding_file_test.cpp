#include "core/io/embedding_file.h"

#include <gtest/gtest.h>

#include "core/base/file.h"
#include "core/io/archive.h"
#include "core/io/npy.h"
#include "core/io/reader.h"
#include "core/io/writer.h"
#include "tests/core/scratch.h"

namespace horo {
namespace {

std::shared_ptr<const Embedding> embeddingOf(const Opened& opened) {
    return std::get<std::shared_ptr<const Embedding>>(opened.payload);
}

std::string sample(const char* name) {
    return std::string(HOROCYCLE_TEST_DATA) + "/npy/" + name;
}

Embedding example() {
    Embedding e;
    e.items = Items::create({"bear.n.01", "Bär", "動物"}).value();
    e.vectors = Vectors(3, 3, std::vector<float>{1.5f, 1, .5f, 1, 0, 0, std::sqrt(2.f), 0, 1});
    e.manifold = Manifold::create(ManifoldKind::Lorentz, -1, {}).value();
    e.labels = {"a", "b", "a"};
    e.method = "embed.taxonomy";
    e.parameters = R"({"dim":2})";
    e.parent = "mammals";
    e.about = std::make_shared<const Table>(Table{{{"note", std::vector<std::string>{"one", "zwölf", ""}},
                                                   {"count", std::vector<double>{1, 2.5, -3}}}});
    e.textColumn = "note";
    e.picture = PictureShape{3, 1, 1};
    return e;
}

/// Whether Debian's Python with numpy is here; the test is skipped where it is not.
bool numpyIsHere() {
    return std::system("/usr/bin/python3 -c 'import numpy' 2>/dev/null") == 0;
}

TEST(NpzFile, RoundTripKeepsEverything) {
    const Embedding e = example();
    const auto bytes = payloadBytes(Payload(std::make_shared<const Embedding>(e)), "a.npz").value();
    EXPECT_EQ(bytes, payloadBytes(Payload(std::make_shared<const Embedding>(e)), "b.npz").value());
    const Scratch scratch;
    const auto opened = openSource(scratch.file("a.npz", bytes)).value();
    const auto& back = *embeddingOf(opened);
    EXPECT_EQ(back.items->names(), e.items->names());
    EXPECT_FALSE(back.vectors.isDouble());
    EXPECT_EQ(back.vectors.toDouble(), e.vectors.toDouble());
    EXPECT_EQ(back.manifold.kind(), ManifoldKind::Lorentz);
    EXPECT_EQ(back.manifold.curvature(), -1);
    EXPECT_EQ(back.labels, e.labels);
    EXPECT_EQ(back.method, e.method);
    EXPECT_EQ(back.parameters, e.parameters);
    EXPECT_EQ(back.parent, e.parent);
    ASSERT_TRUE(back.about);
    ASSERT_EQ(back.about->columns.size(), 2u);
    EXPECT_EQ(back.about->find("note")->values, e.about->find("note")->values);
    EXPECT_EQ(back.about->find("count")->values, e.about->find("count")->values);
    EXPECT_EQ(back.textColumn, "note");
    EXPECT_EQ(back.picture, e.picture);
    EXPECT_EQ(opened.origin.sha256, sha256(bytes));
}

TEST(NpzFile, NumpyReadsOurs) {
    if (!numpyIsHere()) GTEST_SKIP() << "no numpy";
    const Scratch scratch;
    const auto path = scratch.file(
        "a.npz", payloadBytes(Payload(std::make_shared<const Embedding>(example())), "a.npz").value());
    const std::string program =
        "import json, numpy, sys; f = numpy.load(sys.argv[1]); m = json.loads(str(f['meta'])); "
        "assert f['vectors'].dtype == 'f4' and f['vectors'].shape == (3, 3) and f['vectors'][0, 0] == 1.5; "
        "assert list(f['ids']) == ['bear.n.01', 'Bär', '動物'] and list(f['y']) == ['a', 'b', 'a']; "
        "assert m['manifold'] == 'lorentz' and m['curvature'] == -1 and m['parameters'] == {'dim': 2}, m; "
        "assert m['about'] == ['note', 'count'] and list(f['about_0']) == ['one', 'zwölf', ''] and "
        "f['about_1'][1] == 2.5";
    EXPECT_EQ(std::system(("/usr/bin/python3 -c \"" + program + "\" " + path).c_str()), 0);
}

TEST(NpzFile, ReadsNumpys) {
    const auto bare = embeddingOf(openSource(sample("bare.npz")).value());
    EXPECT_EQ(bare->items->names(), (std::vector<std::string>{"0", "1"}));
    EXPECT_EQ(bare->manifold.kind(), ManifoldKind::Euclidean);
    const auto poincare = embeddingOf(openSource(sample("poincare.npz")).value());
    EXPECT_EQ(poincare->manifold.kind(), ManifoldKind::Poincare);
    EXPECT_TRUE(poincare->vectors.isDouble());
    EXPECT_EQ(poincare->labels, (std::vector<std::string>{"a", "b"}));
    const auto stated = embeddingOf(openSource(sample("bare.npz") + "?manifold=euclidean").value());
    EXPECT_EQ(stated->rows(), 2u);
    EXPECT_EQ(openSource(sample("bare.npz") + "?manifold=flat").error().blame, Blame::Usage);
    EXPECT_EQ(openSource(sample("bare.npz") + "?manifold=poincare&curvature=x").error().blame, Blame::Usage);
}

TEST(NpzFile, RowsWithoutIdsAreTheirFilesOwn) {
    const Scratch scratch;
    const Vectors one(2, 1, std::vector<double>{1, 2}), other(2, 1, std::vector<double>{3, 4});
    const auto a = embeddingOf(openSource(scratch.file("a.npy", npyBytes(one))).value());
    const auto b = embeddingOf(openSource(scratch.file("b.npy", npyBytes(other))).value());
    EXPECT_NE(a->items->id(0), b->items->id(0));
    EXPECT_EQ(a->items->id(0), embeddingOf(openSource(scratch.path("a.npy")).value())->items->id(0));
}

TEST(NpzFile, SaysWhatIsWrong) {
    const auto refused = [](std::map<std::string, std::string> members, const char* what) {
        const auto e = embeddingFromMembers(members, "a.npz", "");
        ASSERT_FALSE(e.ok()) << what;
        EXPECT_NE(e.error().text().find(what), std::string::npos) << e.error().text();
    };
    const auto vectors = npyBytes(Vectors(2, 2, std::vector<double>{.1, .2, .3, .4}));
    refused({}, "no array 'vectors'");
    refused({{"vectors.npy", npyBytes(std::vector<std::string>{"a"})}}, "texts");
    refused({{"vectors.npy", vectors}, {"ids.npy", npyBytes(std::vector<std::string>{"a"})}},
            "1 ids for 2 rows");
    refused({{"vectors.npy", vectors}, {"ids.npy", npyBytes(std::vector<std::string>{"a", "a"})}},
            "'a' stands twice");
    refused({{"vectors.npy", vectors}, {"y.npy", npyBytes(std::vector<std::string>{"a"})}},
            "1 labels for 2 rows");
    refused({{"vectors.npy", vectors}, {"meta.npy", npyText("not json")}}, "JSON");
    refused({{"vectors.npy", vectors}, {"meta.npy", npyText(R"({"about": ["note"]})")}},
            "lacks the column 'note'");
    refused({{"vectors.npy", vectors}, {"meta.npy", npyText(R"({"picture": [2, 2, 1]})")}}, "another size");
    refused({{"vectors.npy", vectors}, {"meta.npy", npyText(R"({"manifold": 3})")}}, "wrong type");
    refused({{"vectors.npy", vectors}, {"meta.npy", npyText(R"({"manifold": "poincare", "curvature": 1})")}},
            "curvature");
    refused({{"vectors.npy", vectors}, {"meta.npy", npyText(std::string(100'000, '['))}}, "JSON");
    refused({{"vectors.npy", vectors},
             {"meta.npy",
              npyText(R"({"parameters": )" + std::string(100'000, '[') + std::string(100'000, ']') + "}")}},
            "deep");
}

TEST(NpzFile, NoColumnsAreNoEmbedding) {
    std::string bytes = npyBytes(Vectors(0, 0, std::vector<double>{}));
    const auto at = bytes.find("(0, 0)");
    bytes.replace(at, std::string("(0, 0)             ").size(), "(999999999999999, 0)");
    EXPECT_FALSE(embeddingFromMembers({{"vectors.npy", bytes}}, "a.npz", "").ok());
}

TEST(NpzFile, RowsThatNoDistanceExistsForOpenWithAWarning) {
    const Scratch scratch;
    Embedding e;
    e.items = Items::create({"a", "b", "c"}).value();
    e.vectors = Vectors(3, 2, std::vector<double>{.1, 0, 1, 0, NAN, 0});
    e.manifold = Manifold::create(ManifoldKind::Poincare, -1, {}).value();
    const auto opened =
        openSource(scratch.file("a.npz",
                                payloadBytes(Payload(std::make_shared<const Embedding>(e)), "a.npz").value()))
            .value();
    ASSERT_EQ(opened.warnings.size(), 2u);
    EXPECT_EQ(describe(opened.payload).find("non_finite")->value, 1);
    EXPECT_FALSE(requireUsable(*embeddingOf(opened)).ok());
}

TEST(Archive, RoundTripAndEveryBeginning) {
    const std::map<std::string, std::string> files{
        {"a", "one"}, {"b/c", std::string(10'000, 'x')}, {"empty", ""}};
    for (const bool compress : {false, true}) {
        const auto bytes = packArchive(files, compress).value();
        EXPECT_EQ(unpackArchive(bytes, "zip").value(), files);
        for (size_t length = 0; length < bytes.size(); length += 7)
            EXPECT_FALSE(unpackArchive(std::string_view(bytes).substr(0, length), "cut").ok()) << length;
    }
}

TEST(Archive, RefusesMoreThanItsLimit) {
    const auto bytes = packArchive({{"bomb", std::string(1 << 20, '\0')}}, true).value();
    EXPECT_LT(bytes.size(), 10'000u);
    const auto result = unpackArchive(bytes, "zip", 1 << 19);
    ASSERT_FALSE(result.ok());
    EXPECT_NE(result.error().cause.find("more than"), std::string::npos);
}

TEST(Archive, ADamagedMemberIsAnError) {
    auto bytes = packArchive({{"member", "some text that has a checksum"}}, false).value();
    bytes[bytes.find("checksum")] = 'X';
    EXPECT_FALSE(unpackArchive(bytes, "zip").ok());
}

}  // namespace
}  // namespace horo
