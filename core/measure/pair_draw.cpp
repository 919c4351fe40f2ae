#include "core/measure/pair_draw.h"

#include <algorithm>
#include <numeric>

#include "core/base/random.h"

namespace horo {

namespace {

std::vector<RowPair> allPairs(uint32_t rows) {
    std::vector<RowPair> pairs;
    for (uint32_t i = 0; i < rows; ++i)
        for (uint32_t j = i + 1; j < rows; ++j)
            pairs.push_back({i, j});
    return pairs;
}

}  // namespace

std::vector<RowPair> drawPairs(size_t rows, size_t count, uint64_t seed) {
    if (rows < 2) return {};
    const size_t all = rows * (rows - 1) / 2;
    const auto n = static_cast<uint32_t>(rows);
    Random random(seed);
    if (count >= all / 2) {
        auto pairs = allPairs(n);
        count = std::min(count, all);
        for (size_t i = 0; i < count && count < all; ++i)  // more than 2^32 pairs never come here
            std::swap(pairs[i],
                      pairs[i + static_cast<size_t>(random.uniform() * static_cast<double>(all - i))]);
        pairs.resize(count);
        std::ranges::sort(pairs);
        return pairs;
    }
    // Few of many: draw, and draw again what came twice.
    std::vector<RowPair> pairs;
    while (pairs.size() < count) {
        while (pairs.size() < count) {
            const uint32_t i = random.below(n), j = random.below(n);
            if (i != j) pairs.push_back({std::min(i, j), std::max(i, j)});
        }
        std::ranges::sort(pairs);
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    }
    return pairs;
}

std::vector<RowPair> scoredPairs(size_t rows, size_t count, uint64_t seed) {
    constexpr size_t allUpTo = 5000;
    return drawPairs(rows, rows > allUpTo ? count : rows * rows, seed);
}

std::vector<uint32_t> drawRows(size_t rows, size_t count, uint64_t seed) {
    std::vector<uint32_t> order(rows);
    std::iota(order.begin(), order.end(), 0u);
    if (count >= rows) return order;
    Random random(seed);
    for (size_t i = 0; i < count; ++i)
        std::swap(order[i], order[i + random.below(static_cast<uint32_t>(rows - i))]);
    order.resize(count);
    return order;
}

}  // namespace horo
