#include "core/chunking/text_sequence.h"

#include <fmt/format.h>

#include <cmath>
#include <unordered_map>

#include "core/base/file.h"

namespace horo {

namespace {

/// -log2 of the share of each symbol, by its bytes.
std::unordered_map<std::string_view, double> symbolBits(const TextSequence& sequence) {
    std::unordered_map<std::string_view, double> bits;
    for (size_t i = 0; i < sequence.size(); ++i)
        ++bits[sequence.symbol(i)];
    for (auto& [symbol, value] : bits)
        value = -std::log2(value / static_cast<double>(sequence.size()));
    return bits;
}

}  // namespace

Result<TextSequence> TextSequence::create(std::shared_ptr<const Text> text, SequenceUnit unit) {
    if (text->bytes.empty()) return inputError("the text is empty", "give a text with at least one symbol");
    TextSequence sequence(std::move(text), unit);
    if (unit == SequenceUnit::Byte) return sequence;
    const std::string& bytes = sequence.text_->bytes;
    if (const size_t wrong = firstInvalidUtf8(bytes); wrong != std::string::npos)
        return inputError(fmt::format("byte {} of the text is not UTF-8, so it has no characters", wrong),
                          "set unit=byte, or convert the text to UTF-8");
    for (size_t i = 1; i <= bytes.size(); ++i)
        if (i == bytes.size() || (static_cast<unsigned char>(bytes[i]) & 0xC0) != 0x80)
            sequence.ends_.push_back(i);
    return sequence;
}

Result<TextSequence> TextSequence::create(const Inputs& inputs, const Parameters& parameters) {
    return create(inputs.text("text"), *sequenceUnitFromName(parameters.text("unit")));
}

std::string_view TextSequence::slice(size_t begin, size_t end) const {
    const std::string_view bytes = text_->bytes;
    if (unit_ == SequenceUnit::Byte) return bytes.substr(begin, end - begin);
    const auto at = [this](size_t i) { return i == 0 ? 0 : ends_[i - 1]; };
    return bytes.substr(at(begin), at(end) - at(begin));
}

Port textPort() {
    return {"text", {Kind::Text}, "any file, its bytes as they are"};
}

Parameter unitParameter() {
    return choice("unit", "Unit", {"byte", "character"},
                  "Symbols to cut between: bytes, or Unicode characters.");
}

Port segmentationPort() {
    return {"segmentation", {Kind::Segmentation}, "the units, in the order of the text"};
}

Result<Outcome> chunkOutcome(const TextSequence& sequence, std::vector<uint64_t> ends, Context& context) {
    auto segmentation = std::make_shared<Segmentation>();
    segmentation->length = sequence.size();
    segmentation->unit = sequence.unit();
    auto& level = segmentation->levels.emplace_back();
    level.ends = std::move(ends);

    std::unordered_map<std::string_view, uint32_t> rows;
    std::vector<std::string_view> texts;
    std::vector<double> counts;
    for (size_t i = 0; i < level.size(); ++i) {
        if (i % 65536 == 0 && !context.keepGoing()) return cancelledError();
        const auto unit = sequence.slice(level.start(i), level.ends[i]);
        const auto [row, isNew] = rows.try_emplace(unit, static_cast<uint32_t>(texts.size()));
        if (isNew) {
            texts.push_back(unit);
            counts.push_back(0);
            segmentation->inventory.push_back(legible(unit));
        }
        ++counts[row->second];
        level.labels.push_back(row->second);
    }

    const auto units = static_cast<double>(level.size());
    double bits = 0, spelling = 0;
    for (const double count : counts)
        bits -= count * std::log2(count / units);
    const auto cost = symbolBits(sequence);
    for (const std::string_view text : texts) {
        if (!context.keepGoing()) return cancelledError();
        for (const char* at = text.data(); at < text.data() + text.size();) {
            size_t bytes = 1;
            if (sequence.unit() == SequenceUnit::Character)
                while (at + bytes < text.data() + text.size() &&
                       (static_cast<unsigned char>(at[bytes]) & 0xC0) == 0x80)
                    ++bytes;
            spelling += cost.at({at, bytes});
            at += bytes;
        }
    }

    Outcome outcome;
    const auto n = static_cast<int64_t>(level.size());
    outcome.report.add("units", units, "spans of the finest level");
    outcome.report.add("bits", bits, "sum over units of -log2 of the unit's share of all units", "bit", n);
    outcome.report.add("bits_with_inventory", bits + spelling,
                       "bits, and each different unit spelled once by the symbols' shares of the text", "bit",
                       n);
    outcome.report.add("inventory", static_cast<double>(texts.size()), "different units used");
    outcome.output = std::shared_ptr<const Segmentation>(std::move(segmentation));
    return outcome;
}

}  // namespace horo
