// How often lines between two ordered rows cross.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace horo::views {

/// Sorts `values` and gives the number of pairs that stood in the wrong order; equal values do not count.
/// Merge sort, n log n.
uint64_t countInversions(std::span<uint32_t> values);

/// Crossings of straight lines, each from a place at the left to a place at the right. Lines that share an
/// end do not cross.
uint64_t countCrossings(std::vector<std::pair<uint32_t, uint32_t>> lines);

}  // namespace horo::views
