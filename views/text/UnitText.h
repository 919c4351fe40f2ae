// A text with the units that it is cut into: which bytes each has, and how often it occurs.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/segmentation.h"
#include "core/data/text.h"
#include "views/text/CharacterIndex.h"

namespace horo::views {

/// How many units of a level have each label of the inventory.
std::vector<uint64_t> labelCounts(const Segmentation& segmentation, size_t level);

/// How many different labels the units of a level have.
size_t differentLabels(const Segmentation& segmentation, size_t level);

/// Immutable. Levels count as in Segmentation, the finest first.
class UnitText {
public:
    explicit UnitText(std::shared_ptr<const Text> text);
    /// Without a text of the right length (null, or another one) the labels stand one after the other.
    UnitText(std::shared_ptr<const Segmentation> segmentation, std::shared_ptr<const Text> text);
    UnitText(const UnitText&) = delete;
    UnitText& operator=(const UnitText&) = delete;

    std::string_view bytes() const { return text_ ? std::string_view(text_->bytes) : joined_; }
    /// Null for a text that is not cut.
    const Segmentation* segmentation() const { return segmentation_.get(); }
    bool isOfLabels() const { return !text_; }
    size_t levels() const { return segmentation_ ? segmentation_->levels.size() : 0; }
    size_t units(size_t level) const { return segmentation_->levels[level].size(); }

    /// None behind the end.
    std::optional<size_t> unitAt(size_t level, uint64_t byte) const;
    Text::Piece bytesOf(size_t level, size_t unit) const;
    uint32_t labelOf(size_t level, size_t unit) const { return segmentation_->levels[level].labels[unit]; }
    /// How many units of the level have this label.
    uint64_t occurrences(size_t level, uint32_t label) const { return counts_[level][label]; }
    std::optional<uint32_t> findLabel(std::string_view label) const;

private:
    void joinLabels();
    uint64_t positionAt(uint64_t byte) const;
    uint64_t byteOf(uint64_t position) const;

    std::shared_ptr<const Text> text_;
    std::shared_ptr<const Segmentation> segmentation_;
    std::optional<CharacterIndex> characters_;  ///< where positions count characters of the text
    std::string joined_;                        ///< the labels, where there is no text
    std::vector<uint64_t> labelEnds_;           ///< of each unit of the finest level, in `joined_`
    std::vector<std::vector<uint64_t>> counts_;
};

}  // namespace horo::views
