// chunk.headings: the sections of a document, nested as its headings are.
#include <set>

#include "core/chunking/chunk_outcome.h"
#include "core/chunking/headings.h"
#include "core/method/registry.h"

namespace horo {

namespace {

/// Symbols before each heading.
std::vector<uint64_t> positionsOf(const TextSequence& sequence, const std::vector<Heading>& headings) {
    std::vector<uint64_t> positions;
    uint64_t byte = 0, symbol = 0;
    for (const Heading& heading : headings) {
        if (sequence.unit() == SequenceUnit::Byte) symbol = byte = heading.byte;
        for (; byte < heading.byte; ++symbol)
            byte += sequence.symbol(symbol).size();
        positions.push_back(symbol);
    }
    return positions;
}

class ChunkHeadings final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "chunk.headings";
            d.version = "1";
            d.title = "Sections";
            d.summary =
                "Cuts a document before its headings: Markdown, HTML or numbered lines, a level for each "
                "depth.";
            d.citation = "CommonMark 0.31 for Markdown";
            d.inputs = {textPort()};
            d.outputs = {segmentationPort(),
                         {"outline", {Kind::Table}, "depth, title and first position of each heading"}};
            d.parameters = {choice("style", "Headings", {"auto", "markdown", "html", "numbered"},
                                   "How headings are marked; auto takes the first that is found."),
                            unitParameter()};
            return d;
        }();
        return d;
    }

    Inputs sampleInputs() const override {
        Inputs inputs;
        inputs.set("text", std::make_shared<const Text>(Text::ofLines("# One\n\nwords\n\n## Two\n\nmore\n")));
        return inputs;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto sequence = TextSequence::create(inputs, parameters);
        if (!sequence) return sequence.error();
        const std::string_view bytes = inputs.text("text")->bytes;
        const std::string& asked = parameters.text("style");
        const auto style = asked == "markdown"   ? HeadingStyle::Markdown
                           : asked == "html"     ? HeadingStyle::Html
                           : asked == "numbered" ? HeadingStyle::Numbered
                                                 : headingStyleOf(bytes).value_or(HeadingStyle::Markdown);
        const auto headings = headingsOf(bytes, style);
        if (headings.empty())
            return inputError("the text has no headings" + (asked == "auto" ? "" : " of the style " + asked),
                              "choose another style, or cut it into sentences");
        const auto positions = positionsOf(*sequence, headings);
        std::set<int, std::greater<>> depths;
        for (const Heading& heading : headings)
            depths.insert(heading.depth);
        std::vector<Segmentation::Level> levels;
        for (const int deepest : depths) {
            Segmentation::Level level;
            for (size_t i = 0; i < headings.size(); ++i)
                if (headings[i].depth <= deepest && positions[i] > 0) level.ends.push_back(positions[i]);
            level.ends.push_back(sequence->size());
            levels.push_back(std::move(level));
        }
        auto outcome = chunkOutcome(*sequence, std::move(levels), 0, context);
        if (!outcome) return outcome;
        outcome->others["outline"] = outlineOf(headings, positions);
        outcome->report.add("headings", static_cast<double>(headings.size()), "of all depths");
        outcome->report.add("depths", static_cast<double>(depths.size()), "different depths of headings");
        return outcome;
    }

private:
    static std::shared_ptr<const Table> outlineOf(const std::vector<Heading>& headings,
                                                  const std::vector<uint64_t>& positions) {
        std::vector<double> depth, position;
        std::vector<std::string> title;
        for (size_t i = 0; i < headings.size(); ++i) {
            depth.push_back(headings[i].depth);
            title.push_back(legible(headings[i].title));
            position.push_back(static_cast<double>(positions[i]));
        }
        auto table = std::make_shared<Table>();
        table->columns = {
            {"depth", std::move(depth)}, {"title", std::move(title)}, {"position", std::move(position)}};
        return table;
    }
};

HOROCYCLE_METHOD(ChunkHeadings);

}  // namespace

}  // namespace horo
