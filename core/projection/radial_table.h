// A function of a squared distance, tabulated.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace horo {

/// Linear between 32 values for each power of two from 2^-30 to 2^30, constant beyond: relative error 1e-4 of
/// functions that change like powers. Much faster than a power, and what it costs fits into the nearest
/// cache.
class RadialTable {
public:
    template <class Function>
    explicit RadialTable(Function&& function) {
        for (uint32_t bits = lowest; bits <= highest; bits += step)
            values_.push_back(static_cast<float>(function(static_cast<double>(std::bit_cast<float>(bits)))));
        values_.push_back(values_.back());
    }
    float operator()(float squared) const {
        const uint32_t bits = std::clamp(std::bit_cast<uint32_t>(squared), lowest, highest) - lowest;
        const float* at = values_.data() + bits / step;
        return at[0] + (at[1] - at[0]) * (static_cast<float>(bits % step) / static_cast<float>(step));
    }

private:
    static constexpr uint32_t lowest = (127 - 30) << 23, highest = (127 + 30) << 23, step = 1 << 18;
    std::vector<float> values_;
};

}  // namespace horo
