#include "core/data/trace.h"

#include <algorithm>
#include <cmath>

namespace horo {

AttentionLayer::~AttentionLayer() = default;

DenseAttention::DenseAttention(size_t heads, size_t tokens, std::vector<float> cells)
    : heads_(heads), tokens_(tokens), cells_(std::move(cells)) {}

void DenseAttention::read(size_t head, size_t first, size_t count, size_t left, size_t width,
                          float* cells) const {
    for (size_t row = 0; row < count; ++row)
        std::copy_n(cells_.data() + (head * tokens_ + first + row) * tokens_ + left, width,
                    cells + row * width);
}

void RecomputedAttention::read(size_t head, size_t first, size_t count, size_t left, size_t columns,
                               float* cells) const {
    for (size_t row = 0; row < count; ++row) {
        const size_t i = head * tokenCount + first + row;
        const float* query = queries.data() + i * width;
        for (size_t column = 0; column < columns; ++column) {
            const size_t j = left + column;
            float& cell = cells[row * columns + column];
            if (causal && j > first + row) {
                cell = 0;
                continue;
            }
            const float* key = keys.data() + (head * tokenCount + j) * width;
            float product = 0;
            for (size_t c = 0; c < width; ++c)
                product += query[c] * key[c];
            cell = std::exp(scale * product - logSumExp[i]);
        }
    }
}

}  // namespace horo
