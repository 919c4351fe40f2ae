#include "core/chunking/chunk_outcome.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/chunking/text_table.h"

namespace horo {

namespace {

constexpr size_t steps = 65536;  ///< between two questions whether to go on
constexpr uint32_t none = UINT32_MAX;

/// The different units, each with one place where it stands.
class UnitInventory {
public:
    explicit UnitInventory(const TextSequence& sequence) : sequence_(sequence) {}

    /// Labels with rows of this inventory. False: stopped.
    bool label(Segmentation::Level& level, Context& context) {
        const bool isNumbered = !level.labels.empty();
        level.labels.resize(level.size());
        for (size_t i = 0; i < level.size(); ++i) {
            if (i % steps == 0 && !context.keepGoing()) return false;
            const uint64_t start = level.start(i), end = level.ends[i];
            level.labels[i] = isNumbered ? rowOfNumber(level.labels[i], start, end) : rowOfText(start, end);
        }
        return true;
    }

    /// Bits to spell the rows that are used once. None: stopped.
    std::optional<double> spelling(const SymbolRanks& symbols, const std::vector<uint64_t>& counts,
                                   Context& context) const {
        const auto cost = symbolBits(symbols);
        double bits = 0;
        for (size_t row = 0, spelled = 0; row < counts.size(); ++row) {
            if (counts[row] == 0) continue;
            for (uint64_t at = starts_[row]; at < ends_[row]; ++at, ++spelled) {
                if (spelled % steps == 0 && !context.keepGoing()) return std::nullopt;
                bits += cost[symbols.ranks[at]];
            }
        }
        return bits;
    }

    const std::vector<std::string_view>& texts() const { return table_.texts(); }

private:
    uint32_t rowOfText(uint64_t start, uint64_t end) {
        const uint32_t row = table_.number(sequence_.slice(start, end));
        if (row == starts_.size()) starts_.push_back(start), ends_.push_back(end);
        return row;
    }

    uint32_t rowOfNumber(uint32_t number, uint64_t start, uint64_t end) {
        if (number >= rows_.size())
            rows_.resize(std::max<size_t>(2 * rows_.size(), number + size_t{1}), none);
        if (rows_[number] == none) rows_[number] = rowOfText(start, end);
        return rows_[number];
    }

    const TextSequence& sequence_;
    TextTable table_;
    std::vector<uint64_t> starts_, ends_;  ///< of one place of each row
    std::vector<uint32_t> rows_;           ///< by the chunker's numbers
};

}  // namespace

std::vector<double> symbolBits(const SymbolRanks& symbols) {
    std::vector<double> bits(symbols.different);
    for (const uint32_t symbol : symbols.ranks)
        ++bits[symbol];
    for (double& value : bits)
        value = -std::log2(value / static_cast<double>(symbols.ranks.size()));
    return bits;
}

void addChunkScores(Report& report, uint64_t units, double bits, double spelling, uint64_t inventory) {
    const auto n = static_cast<int64_t>(units);
    report.add("units", static_cast<double>(units), "spans of the level that is scored");
    report.add("bits", bits, "sum over units of -log2 of the unit's share of all units", "bit", n);
    report.add("bits_with_inventory", bits + spelling,
               "bits, and each different unit spelled once by the symbols' shares of the sequence", "bit", n);
    report.add("inventory", static_cast<double>(inventory), "different units used");
}

Result<Outcome> chunkOutcome(const TextSequence& sequence, std::vector<uint64_t> ends, Context& context) {
    std::vector<Segmentation::Level> levels(1);
    levels[0].ends = std::move(ends);
    return chunkOutcome(sequence, std::move(levels), 0, context);
}

Result<Outcome> chunkOutcome(const TextSequence& sequence, std::vector<Segmentation::Level> levels,
                             size_t scored, Context& context) {
    const auto symbols = sequence.ranks();
    if (!symbols) return symbols.error();
    UnitInventory inventory(sequence);
    for (auto& level : levels)
        if (!inventory.label(level, context)) return cancelledError();

    const auto& level = levels[scored];
    std::vector<uint64_t> counts(inventory.texts().size());
    for (const uint32_t row : level.labels)
        ++counts[row];
    const auto units = static_cast<double>(level.size());
    double bits = 0;
    for (const uint64_t count : counts)
        if (count) bits -= static_cast<double>(count) * std::log2(static_cast<double>(count) / units);
    const auto spelling = inventory.spelling(*symbols, counts, context);
    if (!spelling) return cancelledError();

    auto segmentation = std::make_shared<Segmentation>();
    segmentation->length = sequence.size();
    segmentation->unit = sequence.unit();
    for (const std::string_view text : inventory.texts())
        segmentation->inventory.push_back(legible(text));
    Outcome outcome;
    addChunkScores(outcome.report, level.size(), bits, *spelling,
                   static_cast<uint64_t>(std::ranges::count_if(counts, [](uint64_t n) { return n > 0; })));
    segmentation->levels = std::move(levels);
    outcome.output = std::shared_ptr<const Segmentation>(std::move(segmentation));
    return outcome;
}

}  // namespace horo
