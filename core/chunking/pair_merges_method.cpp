// chunk.bpe: byte pair encoding, learned from the text that it cuts.
#include <fmt/format.h>

#include "core/chunking/chunk_outcome.h"
#include "core/chunking/pair_merges.h"
#include "core/method/registry.h"

namespace horo {

namespace {

class ChunkPairMerges final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "chunk.bpe";
            d.version = "1";
            d.title = "Byte pair encoding";
            d.summary = "Makes the most frequent pair of neighbours one token, again and again.";
            d.citation = "Gage 1994; Sennrich, Haddow & Birch 2016";
            d.inputs = {textPort()};
            d.outputs = {segmentationPort(),
                         {"merges", {Kind::Table}, "the pairs in the order of their merges, with counts"}};
            d.parameters = {integer("merges", "Merges", 1000, 0, 1e7, "",
                                    "Pairs to merge at most; one that stands there once is never merged."),
                            unitParameter()};
            return d;
        }();
        return d;
    }

    Estimate estimate(const Inputs& inputs, const Parameters&, const Conditions&) const override {
        return textEstimate(inputs, 2e6, 80);
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto sequence = TextSequence::create(inputs, parameters);
        if (!sequence) return sequence.error();
        const auto symbols = sequence->ranks();
        if (!symbols) return symbols.error();
        const auto most = static_cast<size_t>(parameters.integer("merges"));
        size_t shown = SIZE_MAX;
        auto learned =
            learnMerges(symbols->ranks, symbols->different, most, [&](size_t merges, size_t tokens) {
                if (merges % 16 == 0 && merges != shown) {
                    shown = merges;
                    const auto done = static_cast<double>(merges);
                    context.progress({done / static_cast<double>(std::max<size_t>(most, 1)),
                                      fmt::format("merge {} of {}", merges, most),
                                      {},
                                      static_cast<double>(most)});
                    context.measure("units", done, static_cast<double>(tokens));
                }
                return context.keepGoing();
            });
        if (learned.stopped && learned.merges.empty()) return cancelledError();
        auto merges = tableOf(learned, *sequence, *symbols);
        Context undisturbed(context.conditions());  // who said stop still gets what was merged until then
        auto outcome =
            chunkOutcome(*sequence, {std::move(learned.tokens)}, 0, learned.stopped ? undisturbed : context);
        if (!outcome) return outcome;
        outcome->others["merges"] = std::move(merges);
        outcome->report.add("merges", static_cast<double>(learned.merges.size()), "pairs that were merged");
        outcome->partial = learned.stopped;
        return outcome;
    }

private:
    static std::shared_ptr<const Table> tableOf(const PairMerges& learned, const TextSequence& sequence,
                                                const SymbolRanks& symbols) {
        std::vector<std::string> texts = sequence.symbolTexts(symbols), left, right;
        std::vector<double> counts;
        for (const PairMerge& merge : learned.merges) {
            left.push_back(legible(texts[merge.left]));
            right.push_back(legible(texts[merge.right]));
            counts.push_back(static_cast<double>(merge.count));
            texts.push_back(texts[merge.left] + texts[merge.right]);
        }
        return std::make_shared<const Table>(
            Table{{{"left", std::move(left)}, {"right", std::move(right)}, {"count", std::move(counts)}}});
    }
};

HOROCYCLE_METHOD(ChunkPairMerges);

}  // namespace

}  // namespace horo
