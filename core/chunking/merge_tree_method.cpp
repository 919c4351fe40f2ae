// chunk.merge-tree: the two neighbours that are most alike become one, up to the root.
#include <fmt/format.h>

#include <algorithm>

#include "core/chunking/chunk_outcome.h"
#include "core/chunking/row_sequence.h"
#include "core/method/registry.h"

namespace horo {

namespace {

/// Levels by height: level h has the largest nodes of a height of at most h, a row being of height 0. Each
/// node stands in the levels from its own height to below its parent's. None: more than `mostSpans` spans.
std::optional<std::vector<Segmentation::Level>> levelsOf(const std::vector<RowMerge>& merges, size_t rows) {
    struct Node {
        size_t end = 0, height = 0;
    };
    std::vector<Node> nodes(rows);  // the one that starts at each row
    for (size_t i = 0; i < rows; ++i)
        nodes[i] = {i + 1, 0};
    std::vector<std::vector<size_t>> cutsGone;  // by height: the middles of the merges of that height
    for (const RowMerge& merge : merges) {
        const size_t height = 1 + std::max(nodes[merge.start].height, nodes[merge.middle].height);
        nodes[merge.start] = {merge.end, height};
        cutsGone.resize(std::max(cutsGone.size(), height));
        cutsGone[height - 1].push_back(merge.middle);
    }
    std::vector<Segmentation::Level> levels(1);
    for (size_t i = 0; i < rows; ++i)
        levels[0].ends.push_back(i + 1);
    uint64_t spans = rows;
    for (auto& gone : cutsGone) {
        std::ranges::sort(gone);
        Segmentation::Level level;
        std::ranges::set_difference(levels.back().ends, gone, std::back_inserter(level.ends));
        spans += level.size();
        if (spans > mostSpans) return std::nullopt;
        levels.push_back(std::move(level));
    }
    return levels;
}

class ChunkMergeTree final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "chunk.merge-tree";
            d.version = "1";
            d.title = "Merge tree";
            d.summary =
                "Merges the two neighbouring rows with the highest cosine, again and again, up to one root.";
            d.citation = "Opper, Prokhorov & Siddharth 2023, with the mean as composition";
            d.inputs = rowPorts();
            d.outputs = {segmentationPort(),
                         {"merges", {Kind::Table}, "the merges in their order: start, middle, end, cosine"}};
            d.parameters = {layerParameter()};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto sequence = rowSequence(inputs, parameters);
        if (!sequence) return sequence.error();
        const auto merges = mergeTree(sequence->rows, [&] { return context.keepGoing(); });
        if (!merges) return cancelledError();
        auto levels = levelsOf(*merges, sequence->rows.count);
        if (!levels)
            return inputError(
                fmt::format("the levels of {} rows have more than {} spans", sequence->rows.count, mostSpans),
                "use fewer rows");
        const size_t top = levels->size() - 1;
        auto outcome = chunkOutcome(sequence->tokens, std::move(*levels), top, context);
        if (!outcome) return outcome;
        outcome->report.add("height", static_cast<double>(top), "longest way from the root to a row",
                            "edges");
        outcome->others["merges"] = tableOf(*merges);
        return outcome;
    }

private:
    static std::shared_ptr<const Table> tableOf(const std::vector<RowMerge>& merges) {
        std::vector<double> starts, middles, ends, cosines;
        for (const RowMerge& merge : merges) {
            starts.push_back(static_cast<double>(merge.start));
            middles.push_back(static_cast<double>(merge.middle));
            ends.push_back(static_cast<double>(merge.end));
            cosines.push_back(merge.cosine);
        }
        return std::make_shared<const Table>(Table{{{"start", std::move(starts)},
                                                    {"middle", std::move(middles)},
                                                    {"end", std::move(ends)},
                                                    {"cosine", std::move(cosines)}}});
    }
};

HOROCYCLE_METHOD(ChunkMergeTree);

}  // namespace

}  // namespace horo
