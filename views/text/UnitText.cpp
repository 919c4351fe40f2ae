#include "views/text/UnitText.h"

#include <algorithm>

namespace horo::views {

namespace {

/// Longest piece of a label that is shown where labels stand for the text.
constexpr size_t longestLabel = 200;

std::string_view shortened(std::string_view label) {
    if (label.empty()) return "∅";
    if (label.size() <= longestLabel) return label;
    size_t end = longestLabel;
    while (end > 0 && (static_cast<unsigned char>(label[end]) & 0xC0) == 0x80)
        --end;
    return label.substr(0, end);
}

}  // namespace

std::vector<uint64_t> labelCounts(const Segmentation& segmentation, size_t level) {
    std::vector<uint64_t> counts(segmentation.inventory.size());
    for (const uint32_t label : segmentation.levels[level].labels)
        ++counts[label];
    return counts;
}

size_t differentLabels(const Segmentation& segmentation, size_t level) {
    const auto counts = labelCounts(segmentation, level);
    return counts.size() - static_cast<size_t>(std::ranges::count(counts, uint64_t{0}));
}

UnitText::UnitText(std::shared_ptr<const Text> text) : text_(std::move(text)) {}

UnitText::UnitText(std::shared_ptr<const Segmentation> segmentation, std::shared_ptr<const Text> text)
    : text_(std::move(text)), segmentation_(std::move(segmentation)) {
    if (text_ && segmentation_->unit == SequenceUnit::Character) characters_.emplace(text_->bytes);
    const bool fits = text_ && segmentation_->unit != SequenceUnit::Token &&
                      segmentation_->length == (characters_ ? characters_->size() : text_->bytes.size());
    if (!fits) {
        text_ = nullptr;
        characters_.reset();
        if (!segmentation_->levels.empty()) joinLabels();
    }
    for (size_t level = 0; level < segmentation_->levels.size(); ++level)
        counts_.push_back(labelCounts(*segmentation_, level));
}

void UnitText::joinLabels() {
    const auto& finest = segmentation_->levels.front();
    labelEnds_.reserve(finest.size());
    for (const uint32_t label : finest.labels) {
        joined_ += shortened(segmentation_->inventory[label]);
        labelEnds_.push_back(joined_.size());
    }
}

uint64_t UnitText::positionAt(uint64_t byte) const {
    if (!text_) {
        const auto unit = std::ranges::upper_bound(labelEnds_, byte) - labelEnds_.begin();
        return segmentation_->levels.front().start(static_cast<size_t>(unit));
    }
    return characters_ ? characters_->characterAt(byte) : byte;
}

uint64_t UnitText::byteOf(uint64_t position) const {
    if (!text_) {
        // A cut of any level is one of the finest.
        if (position == 0) return 0;
        const auto& ends = segmentation_->levels.front().ends;
        const auto unit = std::ranges::lower_bound(ends, position) - ends.begin();
        return labelEnds_[std::min(static_cast<size_t>(unit), labelEnds_.size() - 1)];
    }
    return characters_ ? characters_->byteOf(position) : position;
}

std::optional<size_t> UnitText::unitAt(size_t level, uint64_t byte) const {
    if (level >= levels() || byte >= bytes().size()) return std::nullopt;
    const auto& ends = segmentation_->levels[level].ends;
    const auto unit = static_cast<size_t>(std::ranges::upper_bound(ends, positionAt(byte)) - ends.begin());
    if (unit >= ends.size()) return std::nullopt;
    return unit;
}

Text::Piece UnitText::bytesOf(size_t level, size_t unit) const {
    const auto& cut = segmentation_->levels[level];
    return {byteOf(cut.start(unit)), byteOf(cut.ends[unit])};
}

std::optional<uint32_t> UnitText::findLabel(std::string_view label) const {
    if (!segmentation_) return std::nullopt;
    const auto found = std::ranges::find(segmentation_->inventory, label);
    if (found == segmentation_->inventory.end()) return std::nullopt;
    return static_cast<uint32_t>(found - segmentation_->inventory.begin());
}

}  // namespace horo::views
