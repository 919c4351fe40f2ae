// chunk.hvm: chunks with variables in them.
#include <fmt/format.h>

#include "core/chunking/learned_outcome.h"
#include "core/method/registry.h"

namespace horo {

namespace {

class ChunkVariables final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "chunk.hvm";
            d.version = "1";
            d.title = "Hierarchical variables";
            d.summary =
                "Learns chunks, then variables: what stands between the same two units becomes a slot.";
            d.citation = "Wu, Thalmann & Schulz 2025";
            d.inputs = {textPort()};
            d.outputs = {segmentationPort(),
                         {"variables", {Kind::Table}, "members of each variable with their uses"}};
            d.parameters = learningParameters();
            d.parameters.push_back(integer("members", "Members", 49, 2, 1e6, "",
                                           "Members of a variable at most; the least are 2."));
            d.parameters.push_back(unitParameter());
            return d;
        }();
        return d;
    }

    Estimate estimate(const Inputs& inputs, const Parameters&, const Conditions&) const override {
        return textEstimate(inputs, 3e4, 150);
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto sequence = TextSequence::create(inputs, parameters);
        if (!sequence) return sequence.error();
        const auto symbols = sequence->ranks();
        if (!symbols) return symbols.error();
        LearningRules rules = learningRules(parameters);
        rules.mostMembers = static_cast<uint64_t>(parameters.integer("members"));
        const auto units = learnVariables(symbols->ranks, symbols->different, rules,
                                          showLearning(*sequence, *symbols, context));
        Outcome outcome = learnedOutcome(units, *sequence, *symbols);
        outcome.report.add("variables", static_cast<double>(units.variables.size()),
                           "slots that were learned");
        outcome.others["variables"] = tableOf(units, *sequence, *symbols);
        return outcome;
    }

private:
    static std::shared_ptr<const Table> tableOf(const LearnedUnits& units, const TextSequence& sequence,
                                                const SymbolRanks& symbols) {
        const auto texts = sequence.symbolTexts(symbols);
        std::vector<std::string> variables, members;
        std::vector<double> uses;
        for (size_t v = 0; v < units.variables.size(); ++v)
            for (const auto& [member, count] : units.variables[v]) {
                variables.push_back(fmt::format("X{}", v + 1));
                members.push_back(unitText(units.patterns[member], texts));
                uses.push_back(static_cast<double>(count));
            }
        return std::make_shared<const Table>(Table{
            {{"variable", std::move(variables)}, {"member", std::move(members)}, {"uses", std::move(uses)}}});
    }
};

HOROCYCLE_METHOD(ChunkVariables);

}  // namespace

}  // namespace horo
