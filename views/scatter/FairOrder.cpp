#include "views/scatter/FairOrder.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "core/base/random.h"

namespace horo::views {

std::vector<uint32_t> fairOrder(size_t rows, std::span<const uint32_t> classes) {
    std::vector<uint32_t> order(rows);
    std::iota(order.begin(), order.end(), 0u);
    Random random(0);
    for (size_t i = rows; i > 1; --i)
        std::swap(order[i - 1], order[random.below(i)]);
    if (!classes.empty()) {
        // The j-th of the m rows of a class stands at j / m; equal places keep the order by chance.
        std::unordered_map<uint32_t, uint32_t> size, seen;
        for (const uint32_t each : classes)
            ++size[each];
        std::vector<float> place(rows);
        for (const uint32_t row : order)
            place[row] = static_cast<float>(seen[classes[row]]++) / static_cast<float>(size[classes[row]]);
        std::stable_sort(order.begin(), order.end(),
                         [&](uint32_t a, uint32_t b) { return place[a] < place[b]; });
    }
    std::vector<uint32_t> placeOf(rows);
    for (uint32_t i = 0; i < rows; ++i)
        placeOf[order[i]] = i;
    return placeOf;
}

}  // namespace horo::views
