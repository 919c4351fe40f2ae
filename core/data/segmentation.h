// Nested cuts of a sequence: chunks, words, sections.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace horo {

/// What the positions of a segmentation count.
enum class SequenceUnit { Byte, Character, Token };

HOROCYCLE_EXPORT std::string_view sequenceUnitName(SequenceUnit unit);
HOROCYCLE_EXPORT std::optional<SequenceUnit> sequenceUnitFromName(std::string_view name);

/// Levels of spans over one sequence, finest first. Each level covers the sequence without gap, and every cut
/// of a level is a cut of the level below it, so that the spans are trees.
struct HOROCYCLE_EXPORT Segmentation {
    /// One way to cut the whole sequence.
    struct Level {
        std::vector<uint64_t> ends;    ///< of each span, exclusive and ascending; the last one = `length`
        std::vector<uint32_t> labels;  ///< of each span, a row of `inventory`
        uint64_t start(size_t span) const { return span == 0 ? 0 : ends[span - 1]; }
        size_t size() const { return ends.size(); }
        bool operator==(const Level&) const = default;
    };

    uint64_t length = 0;
    SequenceUnit unit = SequenceUnit::Byte;
    std::vector<Level> levels;
    std::vector<std::string> inventory;  ///< the different labels, UTF-8

    const std::string& label(size_t level, size_t span) const {
        return inventory[levels[level].labels[span]];
    }
    bool operator==(const Segmentation&) const = default;
};

/// Error: the first place where the levels do not cover the sequence or do not nest.
HOROCYCLE_EXPORT Result<void> requireNested(const Segmentation& segmentation);

}  // namespace horo
