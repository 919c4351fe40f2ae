// chunk.fixed: units of one width.
#include "core/chunking/chunk_outcome.h"
#include "core/method/registry.h"

namespace horo {

namespace {

class ChunkFixed final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "chunk.fixed";
            d.version = "1";
            d.title = "Fixed width";
            d.summary = "Cuts a text into units of one width: the control that any chunker has to beat.";
            d.citation = "control";
            d.inputs = {textPort()};
            d.outputs = {segmentationPort()};
            d.parameters = {
                integer("width", "Width", 4, 1, 1e9, "symbols", "Symbols a unit; the last may be shorter."),
                unitParameter()};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto sequence = TextSequence::create(inputs, parameters);
        if (!sequence) return sequence.error();
        const auto width = static_cast<size_t>(parameters.integer("width"));
        std::vector<uint64_t> ends;
        for (size_t start = 0; start < sequence->size(); start += width)
            ends.push_back(std::min(start + width, sequence->size()));
        return chunkOutcome(*sequence, std::move(ends), context);
    }
};

HOROCYCLE_METHOD(ChunkFixed);

}  // namespace

}  // namespace horo
