// chunk.hcm: chunks learned from neighbours that stand together.
#include "core/chunking/learned_outcome.h"
#include "core/method/registry.h"

namespace horo {

namespace {

class ChunkHierarchical final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "chunk.hcm";
            d.version = "1";
            d.title = "Hierarchical chunking";
            d.summary =
                "Learns chunks of chunks from neighbours that stand together more often than by chance.";
            d.citation = "Wu, Elteto, Dasgupta & Schulz 2022";
            d.inputs = {textPort()};
            d.outputs = {segmentationPort()};
            d.parameters = learningParameters();
            d.parameters.push_back(unitParameter());
            return d;
        }();
        return d;
    }

    Estimate estimate(const Inputs& inputs, const Parameters&, const Conditions&) const override {
        return textEstimate(inputs, 1e5, 100);
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto sequence = TextSequence::create(inputs, parameters);
        if (!sequence) return sequence.error();
        const auto symbols = sequence->ranks();
        if (!symbols) return symbols.error();
        const auto units = learnChunks(symbols->ranks, symbols->different, learningRules(parameters),
                                       showLearning(*sequence, *symbols, context));
        return learnedOutcome(units, *sequence, *symbols);
    }
};

HOROCYCLE_METHOD(ChunkHierarchical);

}  // namespace

}  // namespace horo
