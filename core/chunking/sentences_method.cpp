// chunk.sentences: sentences with the white space behind them.
#include "core/chunking/chunk_outcome.h"
#include "core/method/registry.h"

namespace horo {

namespace {

bool isOneOf(std::string_view symbol, std::string_view set) {
    return symbol.size() == 1 && set.find(symbol) != std::string_view::npos;
}
bool isLower(std::string_view symbol) {
    return symbol.size() == 1 && symbol[0] >= 'a' && symbol[0] <= 'z';
}
bool isLetter(std::string_view symbol) {
    return symbol.size() == 1 && (isLower(symbol) || (symbol[0] >= 'A' && symbol[0] <= 'Z'));
}

class SentenceEnds {
public:
    explicit SentenceEnds(const TextSequence& sequence) : sequence_(sequence) {}

    /// Whether a sentence ends with the white space [begin, end).
    bool at(size_t begin, size_t end) const {
        size_t lines = 0;
        for (size_t i = begin; i < end; ++i)
            lines += sequence_.symbol(i) == "\n";
        if (lines > 1) return true;
        size_t stop = begin;  // behind the mark that ends it
        while (stop > 0 && isOneOf(sequence_.symbol(stop - 1), "\"')]}"))
            --stop;
        if (stop == 0 || !isOneOf(sequence_.symbol(stop - 1), ".!?")) return false;
        if (end < sequence_.size() && isLower(sequence_.symbol(end))) return false;
        return sequence_.symbol(stop - 1) != "." || !isInitial(stop - 1);
    }

private:
    /// Whether one letter alone stands before the point.
    bool isInitial(size_t point) const {
        if (point == 0 || !isLetter(sequence_.symbol(point - 1))) return false;
        return point == 1 || isSpace(sequence_.symbol(point - 2)) || sequence_.symbol(point - 2) == ".";
    }

    const TextSequence& sequence_;
};

class ChunkSentences final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "chunk.sentences";
            d.version = "1";
            d.title = "Sentences";
            d.summary =
                "Cuts behind . ! or ? and white space, unless a small letter follows or an initial stands "
                "before, "
                "and behind an empty line.";
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
        const SentenceEnds sentence(*sequence);
        std::vector<uint64_t> ends;
        for (size_t i = 0; i < sequence->size();) {
            const size_t begin = i;
            while (i < sequence->size() && isSpace(sequence->symbol(i)))
                ++i;
            if (i > begin && begin > 0 && i < sequence->size() && sentence.at(begin, i)) ends.push_back(i);
            while (i < sequence->size() && !isSpace(sequence->symbol(i)))
                ++i;
        }
        ends.push_back(sequence->size());
        return chunkOutcome(*sequence, std::move(ends), context);
    }
};

HOROCYCLE_METHOD(ChunkSentences);

}  // namespace

}  // namespace horo
