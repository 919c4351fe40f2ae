// chunk.spaces: words with the white space behind them.
#include "core/chunking/chunk_outcome.h"
#include "core/method/registry.h"

namespace horo {

namespace {

class ChunkSpaces final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "chunk.spaces";
            d.version = "1";
            d.title = "Spaces";
            d.summary = "Cuts a text behind every run of ASCII white space.";
            d.citation = "control";
            d.inputs = {textPort()};
            d.outputs = {segmentationPort()};
            d.parameters = {unitParameter()};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto sequence = TextSequence::create(inputs, parameters);
        if (!sequence) return sequence.error();
        std::vector<uint64_t> ends;
        for (size_t i = 1; i < sequence->size(); ++i)
            if (isSpace(sequence->symbol(i - 1)) && !isSpace(sequence->symbol(i))) ends.push_back(i);
        ends.push_back(sequence->size());
        return chunkOutcome(*sequence, std::move(ends), context);
    }
};

HOROCYCLE_METHOD(ChunkSpaces);

}  // namespace

}  // namespace horo
