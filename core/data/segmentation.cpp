#include "core/data/segmentation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace horo {

namespace {

constexpr std::array<std::string_view, 3> unitNames{"byte", "character", "token"};

Error broken(std::string cause) {
    return inputError(std::move(cause),
                      "every level covers the sequence, and levels nest: correct the spans");
}

}  // namespace

std::string_view sequenceUnitName(SequenceUnit unit) {
    return unitNames[static_cast<size_t>(unit)];
}

std::optional<SequenceUnit> sequenceUnitFromName(std::string_view name) {
    for (size_t i = 0; i < unitNames.size(); ++i)
        if (unitNames[i] == name) return static_cast<SequenceUnit>(i);
    return std::nullopt;
}

Result<void> requireNested(const Segmentation& s) {
    for (size_t l = 0; l < s.levels.size(); ++l) {
        const auto& level = s.levels[l];
        if (level.labels.size() != level.size())
            return broken(
                fmt::format("level {} has {} labels for {} spans", l, level.labels.size(), level.size()));
        uint64_t last = 0;
        for (size_t i = 0; i < level.size(); last = level.ends[i++])
            if (level.ends[i] <= last)
                return broken(fmt::format("level {} has an empty span at {}", l, last));
        if (last != s.length)
            return broken(fmt::format("level {} ends at {}, but the sequence has {}", l, last, s.length));
        if (std::ranges::any_of(level.labels, [&](uint32_t label) { return label >= s.inventory.size(); }))
            return broken(fmt::format("a span of level {} has a label that is not in the inventory", l));
        if (l == 0) continue;
        const auto& below = s.levels[l - 1].ends;
        for (const uint64_t end : level.ends)
            if (!std::ranges::binary_search(below, end))
                return broken(fmt::format("level {} is cut at {}, level {} is not", l, end, l - 1));
    }
    return {};
}

}  // namespace horo
