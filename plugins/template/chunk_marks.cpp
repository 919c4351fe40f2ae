// chunk.marks: a chunker to start from.
#include "core/chunking/chunk_outcome.h"
#include "core/method/registry.h"

using namespace horo;

namespace {

class ChunkMarks final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "chunk.marks";
            d.version = "1";
            d.title = "Marks";
            d.summary = "Cuts a text behind every run of the given marks.";
            d.citation = "template of a chunker";
            d.inputs = {textPort()};
            d.outputs = {segmentationPort()};
            d.parameters = {{"marks",
                             "Marks",
                             ParameterType::Text,
                             std::string(".,;:!?"),
                             {},
                             {},
                             {},
                             "",
                             "Symbols that end a unit."},
                            unitParameter()};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto sequence = TextSequence::create(inputs, parameters);
        if (!sequence) return sequence.error();
        const std::string marks = parameters.text("marks");
        const auto isMark = [&](size_t i) { return marks.find(sequence->symbol(i)) != std::string::npos; };

        std::vector<uint64_t> ends;  // where each unit ends
        for (size_t i = 1; i < sequence->size(); ++i) {
            if (i % 65536 == 0 && !context.keepGoing()) return cancelledError();
            if (isMark(i - 1) && !isMark(i)) ends.push_back(i);
        }
        ends.push_back(sequence->size());
        return chunkOutcome(*sequence, std::move(ends), context);
    }
};

HOROCYCLE_METHOD(ChunkMarks);

}  // namespace
