// chunk.entropy: cuts where the next symbol is hard to foretell.
#include "core/chunking/chunk_outcome.h"
#include "core/chunking/ngram_entropy.h"
#include "core/method/registry.h"

namespace horo {

namespace {

class ChunkEntropy final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "chunk.entropy";
            d.version = "1";
            d.title = "Entropy of the next symbol";
            d.summary =
                "Cuts a text where an n-gram model, fitted on it, finds the next symbol hard to foretell.";
            d.citation = "Witten & Bell 1991; Pagnoni et al. 2024";
            d.inputs = {textPort()};
            d.outputs = {segmentationPort(),
                         {"entropy", {Kind::Arrays}, "entropy: of what stands at each position, in bits"}};
            d.parameters = {
                choice("rule", "Cut where", {"above", "rise"},
                       "The entropy is above the threshold, or rises by more than it."),
                real("threshold", "Threshold", 3, -64, 64, "bit", "What the rule compares with, strictly."),
                integer("order", "Context", 3, 0, 16, "symbols",
                        "Symbols before the next one that the model sees."),
                unitParameter()};
            return d;
        }();
        return d;
    }

    Estimate estimate(const Inputs& inputs, const Parameters& parameters, const Conditions&) const override {
        return textEstimate(inputs, 2e7 / static_cast<double>(1 + parameters.integer("order")), 120);
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto sequence = TextSequence::create(inputs, parameters);
        if (!sequence) return sequence.error();
        const auto symbols = sequence->ranks();
        if (!symbols) return symbols.error();
        auto entropy = nextSymbolEntropy(symbols->ranks, symbols->different,
                                         static_cast<size_t>(parameters.integer("order")),
                                         [&] { return context.keepGoing(); });
        if (!entropy) return cancelledError();
        const bool rise = parameters.text("rule") == "rise";
        const double threshold = parameters.real("threshold");
        std::vector<uint64_t> ends;
        double sum = (*entropy)[0];
        for (size_t t = 1; t < entropy->size(); ++t) {
            sum += (*entropy)[t];
            if ((*entropy)[t] - (rise ? (*entropy)[t - 1] : 0) > threshold) ends.push_back(t);
        }
        ends.push_back(entropy->size());
        auto outcome = chunkOutcome(*sequence, std::move(ends), context);
        if (!outcome) return outcome;
        const size_t size = entropy->size();
        outcome->report.add("mean_entropy", sum / static_cast<double>(size), "mean over positions", "bit",
                            static_cast<int64_t>(size));
        outcome->others["entropy"] =
            std::make_shared<const Arrays>(Arrays{{{"entropy", {size}, std::move(*entropy)}}});
        return outcome;
    }
};

HOROCYCLE_METHOD(ChunkEntropy);

}  // namespace

}  // namespace horo
