// chunk.lz78: phrases of Lempel and Ziv.
#include "core/chunking/chunk_outcome.h"
#include "core/chunking/lempel_ziv.h"
#include "core/method/registry.h"

namespace horo {

namespace {

class ChunkLempelZiv final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "chunk.lz78";
            d.version = "1";
            d.title = "LZ78";
            d.summary = "Cuts a text into phrases, each the longest known one and one symbol more.";
            d.citation = "Ziv & Lempel 1978";
            d.inputs = {textPort()};
            d.outputs = {segmentationPort()};
            d.parameters = {unitParameter()};
            return d;
        }();
        return d;
    }

    Estimate estimate(const Inputs& inputs, const Parameters&, const Conditions&) const override {
        return textEstimate(inputs, 8e6, 40);
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto sequence = TextSequence::create(inputs, parameters);
        if (!sequence) return sequence.error();
        const auto symbols = sequence->ranks();
        if (!symbols) return symbols.error();
        auto phrases = lempelZivPhrases(symbols->ranks, [&] { return context.keepGoing(); });
        if (!phrases) return cancelledError();
        return chunkOutcome(*sequence, {std::move(*phrases)}, 0, context);
    }
};

HOROCYCLE_METHOD(ChunkLempelZiv);

}  // namespace

}  // namespace horo
