// Draws integers with given frequencies in constant time.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/export.h"
#include "core/base/random.h"

namespace horo {

/// Walker's alias method in Vose's stable form (1991).
class HOROCYCLE_EXPORT AliasTable {
public:
    /// Weights are not negative and at least one is positive.
    explicit AliasTable(std::span<const double> weights);
    uint32_t draw(Random& random) const {
        const uint32_t i = random.below(static_cast<uint32_t>(alias_.size()));
        return random.uniform() < keep_[i] ? i : alias_[i];
    }

private:
    std::vector<double> keep_;
    std::vector<uint32_t> alias_;
};

}  // namespace horo
