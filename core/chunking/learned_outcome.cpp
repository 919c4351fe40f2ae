#include "core/chunking/learned_outcome.h"

#include <fmt/format.h>

#include "core/chunking/chunk_outcome.h"

namespace horo {

namespace {

/// Bits to spell each unit in use once, and each unit that fills a slot of one that is spelled.
double spellingOf(const LearnedUnits& units, const SymbolRanks& symbols) {
    const auto cost = symbolBits(symbols);
    std::vector<bool> isOpen(units.patterns.size());
    std::vector<uint32_t> open;
    const auto need = [&](uint32_t unit) {
        if (!isOpen[unit]) open.push_back(unit);
        isOpen[unit] = true;
    };
    for (const uint32_t unit : units.parse.labels)
        need(unit);
    double bits = 0;
    while (!open.empty()) {
        const uint32_t unit = open.back();
        open.pop_back();
        for (const uint32_t part : units.patterns[unit])
            if (part < symbols.different)
                bits += cost[part];
            else
                for (const auto& [member, uses] : units.variables[part - symbols.different])
                    need(member);
    }
    return bits;
}

}  // namespace

std::string unitText(const UnitPattern& pattern, const std::vector<std::string>& texts) {
    std::string text, bytes;
    for (const uint32_t part : pattern) {
        if (part < texts.size()) {
            bytes += texts[part];
            continue;
        }
        text += legible(bytes) + fmt::format("<X{}>", part - texts.size() + 1);
        bytes.clear();
    }
    return text + legible(bytes);
}

std::vector<Parameter> learningParameters() {
    return {
        integer("least_count", "Least count", 7, 2, 1e9, "places",
                "How often units must stand together before they are made one."),
        real("significance", "Significance", .05, 0, 1, "",
             "Probability by chance below which a pair counts as standing together."),
        advanced(integer("degrees_of_freedom", "Degrees of freedom", 1, 1, 2, "",
                         "Of the chi-square test of a pair: 1 is right, 2 is what the authors' code takes.")),
        advanced(real("growth", "Growth", .1, 0, 10, "",
                      "New chunks a pass as a share of the units in use; at least 16 are tried."))};
}

LearningRules learningRules(const Parameters& parameters) {
    LearningRules rules;
    rules.leastCount = static_cast<uint64_t>(parameters.integer("least_count"));
    rules.significance = parameters.real("significance");
    rules.degreesOfFreedom = static_cast<int>(parameters.integer("degrees_of_freedom"));
    rules.growth = parameters.real("growth");
    return rules;
}

std::shared_ptr<const Segmentation> segmentationOf(const LearnedUnits& units, const TextSequence& sequence,
                                                   const SymbolRanks& symbols) {
    const auto texts = sequence.symbolTexts(symbols);
    auto segmentation = std::make_shared<Segmentation>();
    segmentation->length = sequence.size();
    segmentation->unit = sequence.unit();
    auto& level = segmentation->levels.emplace_back();
    level.ends = units.parse.ends;
    std::vector<uint32_t> rows(units.patterns.size(), UINT32_MAX);
    for (const uint32_t unit : units.parse.labels) {
        if (rows[unit] == UINT32_MAX) {
            rows[unit] = static_cast<uint32_t>(segmentation->inventory.size());
            segmentation->inventory.push_back(unitText(units.patterns[unit], texts));
        }
        level.labels.push_back(rows[unit]);
    }
    return segmentation;
}

LearningListener showLearning(const TextSequence& sequence, const SymbolRanks& symbols, Context& context) {
    return [&, last = SIZE_MAX](size_t pass, const LearnedUnits& units) mutable {
        if (pass != last) {
            last = pass;
            const auto x = static_cast<double>(pass);
            context.progress({0, fmt::format("pass {}: {} units", pass, units.parse.size()), {}});
            context.measure("units", x, static_cast<double>(units.parse.size()));
            context.measure("bits", x, units.bits());
            context.measure("inventory", x, static_cast<double>(units.inUse()));
            if (context.wantsPicture()) context.publish(segmentationOf(units, sequence, symbols));
        }
        return context.keepGoing();
    };
}

Outcome learnedOutcome(const LearnedUnits& units, const TextSequence& sequence, const SymbolRanks& symbols) {
    Outcome outcome;
    addChunkScores(outcome.report, units.parse.size(), units.bits(), spellingOf(units, symbols),
                   units.inUse());
    outcome.output = segmentationOf(units, sequence, symbols);
    outcome.partial = units.stopped;
    return outcome;
}

}  // namespace horo
