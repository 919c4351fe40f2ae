// H-Net's router by what is known of it without weights, and the merge tree against merging by hand.
#include "core/chunking/row_chunks.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/base/random.h"
#include "core/method/registry.h"
#include "core/method/run.h"

namespace horo {
namespace {

const auto always = [] { return true; };

Rows rowsOf(std::vector<std::vector<double>> rows) {
    Rows result{rows.size(), rows[0].size(), {}};
    for (const auto& row : rows)
        result.values.insert(result.values.end(), row.begin(), row.end());
    return result;
}

Rows drawn(Random& random, size_t count, size_t columns) {
    Rows rows{count, columns, std::vector<double>(count * columns)};
    for (double& x : rows.values)
        x = random.normal();
    return rows;
}

size_t chunksOf(const Rows& rows) {
    return chunkStarts(*boundaryProbabilities(rows, {}, always), .5).size();
}

TEST(Router, KeepsWhatIsAlikeAndCutsWhatIsOpposite) {
    const std::vector<double> x{.3, -2, 1}, y{2, .3, 0}, minus{-.3, 2, -1};
    EXPECT_EQ(chunksOf(rowsOf({x, x, x, x})), 1u);
    EXPECT_EQ(chunksOf(rowsOf({x, y, x, y})), 1u);  // orthogonal: p = .5 is no cut
    EXPECT_EQ(chunksOf(rowsOf({x, minus, x, minus})), 4u);
    EXPECT_EQ(chunksOf(rowsOf({{0, 0, 0}, x, {0, 0, 0}})), 1u);  // no direction counts as orthogonal
}

TEST(Router, MapsTheRowBeforeByQueryAndTheRowItselfByKey) {
    Random random(1);
    const Rows rows = drawn(random, 20, 3);
    const Router router{drawn(random, 3, 3).values, drawn(random, 3, 3).values};
    const auto p = boundaryProbabilities(rows, router, always);
    EXPECT_EQ((*p)[0], 1);
    for (size_t t = 1; t < rows.count; ++t) {
        std::vector<double> query(3), key(3);
        for (size_t i = 0; i < 3; ++i)
            for (size_t j = 0; j < 3; ++j) {
                query[i] += router.query[i * 3 + j] * rows.row(t - 1)[j];
                key[i] += router.key[i * 3 + j] * rows.row(t)[j];
            }
        EXPECT_NEAR((*p)[t], (1 - cosine(query, key)) / 2, 1e-12);
    }
}

TEST(Router, LossIsOneAtItsTarget) {
    for (const double target : {2., 3., 6.})
        EXPECT_NEAR(ratioLoss(1 / target, 1 / target, target), 1, 1e-12);
    EXPECT_GT(ratioLoss(.5, .5, 6), 1);
}

TEST(Router, SmoothsAsAMovingAverage) {
    Random random(2);
    const Rows rows = drawn(random, 50, 2);
    std::vector<double> p(50);
    for (double& value : p)
        value = random.uniform();
    p[7] = 0, p[8] = 1;
    const Rows z = smoothed(rows, p);
    for (size_t j = 0; j < 2; ++j) {
        double state = rows.row(0)[j];
        for (size_t k = 1; k < 50; ++k) {
            const double held = std::min(std::max(p[k], 1e-4), 1 - 1e-4);
            state = held * rows.row(k)[j] + (1 - held) * state;
            EXPECT_NEAR(z.row(k)[j], state, 1e-12);
        }
    }
}

std::vector<RowMerge> naiveTree(const Rows& rows) {
    struct Node {
        size_t start, end;
        std::vector<double> vector;
    };
    std::vector<Node> nodes;
    for (size_t i = 0; i < rows.count; ++i)
        nodes.push_back({i, i + 1, {rows.row(i).begin(), rows.row(i).end()}});
    std::vector<RowMerge> merges;
    while (nodes.size() > 1) {
        size_t best = 0;
        for (size_t i = 1; i + 1 < nodes.size(); ++i)
            if (cosine(nodes[i].vector, nodes[i + 1].vector) >
                cosine(nodes[best].vector, nodes[best + 1].vector))
                best = i;
        Node &left = nodes[best], &right = nodes[best + 1];
        merges.push_back({left.start, right.start, right.end, cosine(left.vector, right.vector)});
        for (size_t j = 0; j < rows.columns; ++j)
            left.vector[j] = (left.vector[j] + right.vector[j]) / 2;
        left.end = right.end;
        nodes.erase(nodes.begin() + static_cast<std::ptrdiff_t>(best) + 1);
    }
    return merges;
}

TEST(MergeTree, IsThatOfSearchingEachTime) {
    Random random(3);
    for (int trial = 0; trial < 50; ++trial) {
        const Rows rows = drawn(random, 1 + random.below(40), 3);
        const auto quick = mergeTree(rows, always);
        const auto slow = naiveTree(rows);
        ASSERT_TRUE(quick);
        ASSERT_EQ(quick->size(), slow.size());
        for (size_t i = 0; i < slow.size(); ++i) {
            EXPECT_EQ((*quick)[i].start, slow[i].start);
            EXPECT_EQ((*quick)[i].middle, slow[i].middle);
            EXPECT_EQ((*quick)[i].end, slow[i].end);
            EXPECT_DOUBLE_EQ((*quick)[i].cosine, slow[i].cosine);
        }
    }
}

Result<Finished> cut(const char* id, const std::map<std::string, Payload>& inputs,
                     const std::map<std::string, std::string>& settings = {}) {
    const Method* method = Registry::global().find(id).value();
    Run run{method, {}, Parameters(method->declaration())};
    for (const auto& [name, payload] : inputs) {
        auto object = std::make_shared<Object>();
        object->payload = payload;
        run.inputs[name] = object;
    }
    for (const auto& [name, value] : settings)
        EXPECT_TRUE(run.parameters.set(method->declaration(), name, value).ok()) << name;
    Context context{Conditions{}};
    return execute(run, context);
}

Payload embeddingOf(const Rows& rows) {
    Embedding embedding;
    embedding.items = Items::numbered(rows.count, "test");
    embedding.vectors = Vectors(rows.count, rows.columns, rows.values);
    return std::make_shared<const Embedding>(std::move(embedding));
}

const Segmentation& segmentationOf(const Result<Finished>& finished) {
    return *std::get<std::shared_ptr<const Segmentation>>(finished->outcome.output);
}

TEST(ChunkRouter, CutsAgainAtEachStage) {
    const std::vector<double> x{1, 0}, minus{-1, 0};
    const auto finished = cut("chunk.hnet", {{"embedding", embeddingOf(rowsOf({x, x, minus, minus, x}))}},
                              {{"stages", "2"}, {"target", "2"}});
    ASSERT_TRUE(finished.ok()) << finished.error().text();
    const Segmentation& s = segmentationOf(finished);
    ASSERT_EQ(s.levels.size(), 2u);
    EXPECT_EQ(s.unit, SequenceUnit::Token);
    EXPECT_EQ(s.levels[0].ends, (std::vector<uint64_t>{2, 4, 5}));
    EXPECT_EQ(s.levels[1].ends, (std::vector<uint64_t>{2, 4, 5}));
    EXPECT_EQ(s.label(0, 0), "0 1");
    EXPECT_EQ(finished->outcome.report.find("units")->value, 3);
}

TEST(ChunkRouter, TakesACaptureAndARouter) {
    const auto capture = std::make_shared<const Arrays>(
        Arrays{{{"hidden", {2, 3, 2}, std::vector<float>{1, 0, 1, 0, 1, 0, 1, 0, -1, 0, -1, 0}},
                {"tokens", {3}, std::vector<std::string>{"a", " b", " c"}}}});
    const auto swap =
        std::make_shared<const Arrays>(Arrays{{{"wq", {2, 2}, std::vector<double>{-1, 0, 0, -1}},
                                               {"wk", {2, 2}, std::vector<double>{1, 0, 0, 1}}}});
    EXPECT_EQ(segmentationOf(cut("chunk.hnet", {{"capture", capture}}, {{"layer", "0"}})).levels[0].ends,
              (std::vector<uint64_t>{3}));
    const auto last = cut("chunk.hnet", {{"capture", capture}});
    EXPECT_EQ(segmentationOf(last).levels[0].ends, (std::vector<uint64_t>{1, 3}));
    EXPECT_EQ(segmentationOf(last).label(0, 1), " b c");
    const auto swapped = cut("chunk.hnet", {{"capture", capture}, {"router", swap}});
    EXPECT_EQ(segmentationOf(swapped).levels[0].ends, (std::vector<uint64_t>{2, 3}));
    EXPECT_FALSE(cut("chunk.hnet", {{"capture", capture}}, {{"layer", "2"}}).ok());
    EXPECT_FALSE(cut("chunk.hnet", {{"capture", capture}, {"router", capture}}).ok());
    EXPECT_FALSE(cut("chunk.hnet", {}).ok());
}

TEST(ChunkMergeTree, GoesOnToTheRoot) {
    Random random(4);
    const Rows rows = drawn(random, 30, 3);
    const auto finished = cut("chunk.merge-tree", {{"embedding", embeddingOf(rows)}});
    ASSERT_TRUE(finished.ok()) << finished.error().text();
    const Segmentation& s = segmentationOf(finished);
    EXPECT_EQ(s.levels.front().size(), 30u);
    EXPECT_EQ(s.levels.back().size(), 1u);
    const auto merges = mergeTree(rows, always);
    for (const RowMerge& merge : *merges) {
        const bool isThere = std::ranges::any_of(s.levels, [&](const Segmentation::Level& level) {
            for (size_t i = 0; i < level.size(); ++i)
                if (level.start(i) == merge.start && level.ends[i] == merge.end) return true;
            return false;
        });
        EXPECT_TRUE(isThere) << merge.start << " to " << merge.end;
    }
    EXPECT_EQ(cut("chunk.merge-tree", {{"embedding", embeddingOf(drawn(random, 1, 3))}})
                  ->outcome.report.find("units")
                  ->value,
              1);
}

}  // namespace
}  // namespace horo
