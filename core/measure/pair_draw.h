// Drawing rows, and pairs of different rows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/export.h"

namespace horo {

struct RowPair {
    uint32_t first, second;  ///< first < second
    auto operator<=>(const RowPair&) const = default;
};

/// `count` different pairs of `rows` rows, drawn without replacement by `seed`, ascending; all pairs where
/// there are not more.
HOROCYCLE_EXPORT std::vector<RowPair> drawPairs(size_t rows, size_t count, uint64_t seed);

/// All pairs of up to 5,000 rows, `count` drawn ones of more: what scores over pairs are taken over.
HOROCYCLE_EXPORT std::vector<RowPair> scoredPairs(size_t rows, size_t count, uint64_t seed);

/// `count` different rows of `rows`, drawn without replacement by `seed`, in the order in which they were
/// drawn; all of them, ascending, where there are not more.
HOROCYCLE_EXPORT std::vector<uint32_t> drawRows(size_t rows, size_t count, uint64_t seed);

}  // namespace horo
