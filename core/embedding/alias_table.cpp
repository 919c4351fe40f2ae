#include "core/embedding/alias_table.h"

#include <numeric>

namespace horo {

AliasTable::AliasTable(std::span<const double> weights) : keep_(weights.size(), 1.0), alias_(weights.size()) {
    std::iota(alias_.begin(), alias_.end(), 0u);
    const double mean =
        std::accumulate(weights.begin(), weights.end(), 0.0) / static_cast<double>(weights.size());
    std::vector<uint32_t> small, large;
    for (uint32_t i = 0; i < weights.size(); ++i) {
        keep_[i] = weights[i] / mean;
        (keep_[i] < 1 ? small : large).push_back(i);
    }
    while (!small.empty() && !large.empty()) {
        const uint32_t poor = small.back(), rich = large.back();
        small.pop_back();
        alias_[poor] = rich;
        keep_[rich] -= 1 - keep_[poor];
        if (keep_[rich] < 1) {
            large.pop_back();
            small.push_back(rich);
        }
    }
    // What rounding left over keeps itself, except where the weight is zero.
    for (const uint32_t i : large)
        keep_[i] = 1;
    for (const uint32_t i : small)
        if (weights[i] > 0) keep_[i] = 1;
}

}  // namespace horo
