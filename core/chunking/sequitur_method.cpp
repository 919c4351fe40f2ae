// chunk.sequitur: a grammar without repetitions, level by level.
#include <fmt/format.h>

#include "core/chunking/chunk_outcome.h"
#include "core/chunking/sequitur.h"
#include "core/method/registry.h"

namespace horo {

namespace {

class ChunkSequitur final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "chunk.sequitur";
            d.version = "1";
            d.title = "Sequitur";
            d.summary = "Infers a grammar in which no pair of symbols stands twice, and shows it as levels.";
            d.citation = "Nevill-Manning & Witten 1997";
            d.inputs = {textPort()};
            d.outputs = {segmentationPort(),
                         {"rules", {Kind::Table}, "each rule with its right side, its uses and its length"}};
            d.parameters = {unitParameter()};
            return d;
        }();
        return d;
    }

    Estimate estimate(const Inputs& inputs, const Parameters&, const Conditions&) const override {
        return textEstimate(inputs, 2e6, 150);
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto sequence = TextSequence::create(inputs, parameters);
        if (!sequence) return sequence.error();
        const auto symbols = sequence->ranks();
        if (!symbols) return symbols.error();
        const auto grammar = inferGrammar(symbols->ranks, symbols->different, [&](double share) {
            context.progress({share, "reading", {}});
            return context.keepGoing();
        });
        if (!grammar) return cancelledError();
        auto expanded =
            grammarLevels(*grammar, symbols->ranks, mostSpans, [&] { return context.keepGoing(); });
        if (!expanded) return cancelledError();
        auto [levels, leftOut] = std::move(*expanded);
        const size_t top = levels.size() - 1;
        auto outcome = chunkOutcome(*sequence, std::move(levels), top, context);
        if (!outcome) return outcome;
        outcome->report.add("rules", static_cast<double>(grammar->rules.size() - 1),
                            "besides the start rule");
        outcome->report.add("levels", static_cast<double>(top + 1 + leftOut),
                            "from the symbols to the start rule");
        if (leftOut > 0)
            outcome->report.warnings.push_back(
                fmt::format("{} levels above the symbols are left out: together they have more than {} spans",
                            leftOut, mostSpans));
        outcome->others["rules"] = tableOf(*grammar, *sequence, *symbols);
        return outcome;
    }

private:
    static std::shared_ptr<const Table> tableOf(const Grammar& grammar, const TextSequence& sequence,
                                                const SymbolRanks& symbols) {
        std::vector<std::string> texts = sequence.symbolTexts(symbols), names, bodies;
        for (auto& text : texts)
            text = legible(text);
        const auto spelled = spelledLengths(grammar);
        std::vector<double> uses(grammar.rules.size()), lengths(spelled.begin(), spelled.end());
        for (size_t r = 0; r < grammar.rules.size(); ++r) {
            names.push_back(fmt::format("R{}", r));
            auto& body = bodies.emplace_back();
            for (const uint32_t symbol : grammar.rules[r]) {
                if (!body.empty()) body += ' ';
                if (symbol < grammar.different) {
                    body += texts[symbol];
                } else {
                    body += fmt::format("R{}", symbol - grammar.different);
                    ++uses[symbol - grammar.different];
                }
            }
        }
        return std::make_shared<const Table>(Table{{{"rule", std::move(names)},
                                                    {"body", std::move(bodies)},
                                                    {"uses", std::move(uses)},
                                                    {"length", std::move(lengths)}}});
    }
};

HOROCYCLE_METHOD(ChunkSequitur);

}  // namespace

}  // namespace horo
