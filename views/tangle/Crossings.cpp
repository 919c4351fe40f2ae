#include "views/tangle/Crossings.h"

#include <algorithm>

namespace horo::views {

namespace {

uint64_t sortAndCount(std::span<uint32_t> values, std::span<uint32_t> room) {
    if (values.size() < 2) return 0;
    const size_t half = values.size() / 2;
    const auto left = values.first(half), right = values.subspan(half);
    uint64_t count = sortAndCount(left, room.first(half)) + sortAndCount(right, room.subspan(half));
    if (left.back() <= right.front()) return count;
    size_t i = 0, j = 0, to = 0;
    while (i < left.size() && j < right.size()) {
        if (right[j] < left[i]) {
            count += left.size() - i;
            room[to++] = right[j++];
        } else {
            room[to++] = left[i++];
        }
    }
    std::copy(left.begin() + static_cast<std::ptrdiff_t>(i), left.end(),
              room.begin() + static_cast<std::ptrdiff_t>(to));
    to += left.size() - i;
    std::copy(right.begin() + static_cast<std::ptrdiff_t>(j), right.end(),
              room.begin() + static_cast<std::ptrdiff_t>(to));
    std::copy(room.begin(), room.begin() + static_cast<std::ptrdiff_t>(values.size()), values.begin());
    return count;
}

}  // namespace

uint64_t countInversions(std::span<uint32_t> values) {
    std::vector<uint32_t> room(values.size());
    return sortAndCount(values, room);
}

uint64_t countCrossings(std::vector<std::pair<uint32_t, uint32_t>> lines) {
    std::sort(lines.begin(), lines.end());
    std::vector<uint32_t> right;
    right.reserve(lines.size());
    for (const auto& line : lines)
        right.push_back(line.second);
    return countInversions(right);
}

}  // namespace horo::views
