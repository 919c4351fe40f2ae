#include "core/chunking/text_sequence.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "core/base/file.h"
#include "core/chunking/text_table.h"

namespace horo {

namespace {

SymbolRanks byteRanks(std::string_view bytes) {
    std::array<uint32_t, 256> rank{};
    for (const char c : bytes)
        rank[static_cast<unsigned char>(c)] = 1;
    SymbolRanks symbols;
    for (uint32_t& r : rank)
        r = r ? symbols.different++ : 0;
    symbols.ranks.resize(bytes.size());
    std::ranges::transform(bytes, symbols.ranks.begin(),
                           [&](char c) { return rank[static_cast<unsigned char>(c)]; });
    return symbols;
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

Result<TextSequence> TextSequence::ofTokens(const std::vector<std::string>& tokens,
                                            std::string_view between) {
    if (tokens.empty()) return inputError("there are no rows to cut between", "give at least one row");
    auto text = std::make_shared<Text>();
    std::vector<uint64_t> ends;
    for (const std::string& token : tokens) {
        if (!ends.empty()) text->bytes += between;
        text->bytes += token;
        ends.push_back(text->bytes.size());
    }
    TextSequence sequence(std::move(text), SequenceUnit::Token);
    sequence.ends_ = std::move(ends);
    sequence.between_ = between.size();
    return sequence;
}

std::string_view TextSequence::slice(size_t begin, size_t end) const {
    const std::string_view bytes = text_->bytes;
    if (unit_ == SequenceUnit::Byte) return bytes.substr(begin, end - begin);
    const size_t first = begin == 0 ? 0 : ends_[begin - 1] + between_;
    return bytes.substr(first, ends_[end - 1] - first);
}

Result<SymbolRanks> TextSequence::ranks() const {
    if (size() >= size_t{1} << 31)
        return inputError(fmt::format("{} symbols are too many at once", size()),
                          "cut a part of the text, at most 2 GB");
    if (unit_ == SequenceUnit::Byte) return byteRanks(text_->bytes);
    SymbolRanks symbols;
    TextTable table;
    symbols.ranks.resize(size());
    for (size_t i = 0; i < size(); ++i)
        symbols.ranks[i] = table.number(symbol(i));
    symbols.different = static_cast<uint32_t>(table.texts().size());
    std::vector<uint32_t> order(symbols.different), rank(symbols.different);
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::sort(order, {}, [&](uint32_t number) { return table.texts()[number]; });
    for (uint32_t i = 0; i < symbols.different; ++i)
        rank[order[i]] = i;
    for (uint32_t& symbol : symbols.ranks)
        symbol = rank[symbol];
    return symbols;
}

std::vector<std::string> TextSequence::symbolTexts(const SymbolRanks& symbols) const {
    std::vector<std::string> texts(symbols.different);
    for (size_t i = 0; i < size(); ++i)
        if (auto& text = texts[symbols.ranks[i]]; text.empty()) text = symbol(i);
    return texts;
}

bool isSpace(std::string_view symbol) {
    return symbol.size() == 1 && std::string_view(" \t\n\v\f\r").find(symbol) != std::string_view::npos;
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

Estimate textEstimate(const Inputs& inputs, double bytesPerSecond, double memoryPerByte) {
    const auto text = inputs.text("text");
    if (!text) return {};
    const auto bytes = static_cast<double>(text->bytes.size());
    return {bytes / bytesPerSecond, bytes * memoryPerByte / 1e6};
}

}  // namespace horo
