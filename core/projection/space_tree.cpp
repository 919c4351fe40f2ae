#include "core/projection/space_tree.h"

#include <algorithm>
#include <array>

namespace horo {

namespace {

/// Puts `gap` zero bits behind each bit of a number of at most 16 bits.
uint64_t spread(uint64_t value, size_t gap) {
    uint64_t out = 0;
    for (unsigned bit = 0; bit < 16; ++bit)
        out |= (value >> bit & 1) << (bit * (gap + 1));
    return out;
}

/// spread() of all bytes, since it is asked for all points.
std::array<uint64_t, 256> spreadBytes(size_t gap) {
    std::array<uint64_t, 256> table;
    for (uint64_t byte = 0; byte < 256; ++byte)
        table[byte] = spread(byte, gap);
    return table;
}

}  // namespace

void SpaceTree::build(std::span<const float> points, size_t dim) {
    dim_ = dim;
    levels_ = dim == 2 ? 16 : 10;
    sort(points);
    const auto n = static_cast<uint32_t>(order_.size());
    for (size_t j = 0; j < dim; ++j) {
        sorted_[j].resize(n);
        running_[j].resize(n + 1);
        running_[j][0] = 0;
        for (uint32_t i = 0; i < n; ++i) {
            sorted_[j][i] = points[order_[i] * dim + j];
            running_[j][i + 1] = running_[j][i] + sorted_[j][i];
        }
    }
    cells_.clear();
    leaves_.clear();
    if (n == 0) return;
    cells_.push_back({0, n, 0, 0, edge_, {}});
    split(0, 0);
}

void SpaceTree::sort(std::span<const float> points) {
    const size_t n = points.size() / dim_;
    float low[3], high[3];
    edge_ = 0;
    for (size_t j = 0; j < dim_; ++j) {
        low[j] = high[j] = n ? points[j] : 0;
        for (size_t i = 1; i < n; ++i) {
            low[j] = std::min(low[j], points[i * dim_ + j]);
            high[j] = std::max(high[j], points[i * dim_ + j]);
        }
        edge_ = std::max(edge_, high[j] - low[j]);
    }
    const auto steps = static_cast<float>((1u << levels_) - 1);
    const float scale = edge_ > 0 ? steps / edge_ : 0;
    static const auto bytesOfPlane = spreadBytes(1), bytesOfSpace = spreadBytes(2);
    const auto& bytes = dim_ == 2 ? bytesOfPlane : bytesOfSpace;
    keys_.resize(n);
    otherKeys_.resize(n);
    for (size_t i = 0; i < n; ++i) {
        uint64_t code = 0;
        for (size_t j = 0; j < dim_; ++j) {
            const float place = std::min((points[i * dim_ + j] - low[j]) * scale, steps);
            const auto cell = static_cast<uint64_t>(place);
            code |= (bytes[cell & 255] | bytes[cell >> 8 & 255] << (8 * dim_)) << j;
        }
        keys_[i] = code << 32 | i;
    }
    // By the code, 11 bits at a time; equal codes stay in the order of rows.
    for (unsigned shift = 32; shift < 64; shift += 11) {
        std::array<uint32_t, 2049> starts{};
        for (const uint64_t key : keys_)
            ++starts[(key >> shift & 2047) + 1];
        for (size_t digit = 0; digit < 2048; ++digit)
            starts[digit + 1] += starts[digit];
        for (const uint64_t key : keys_)
            otherKeys_[starts[key >> shift & 2047]++] = key;
        keys_.swap(otherKeys_);
    }
    order_.resize(n);
    for (size_t i = 0; i < n; ++i)
        order_[i] = static_cast<uint32_t>(keys_[i]);
}

void SpaceTree::split(uint32_t index, uint32_t level) {
    Cell cell = cells_[index];
    const double count = cell.end - cell.begin;
    for (size_t j = 0; j < dim_; ++j)
        cell.centre[j] = static_cast<float>((running_[j][cell.end] - running_[j][cell.begin]) / count);
    if (cell.end - cell.begin > leafSize && level < levels_) {
        const unsigned shift = 32 + static_cast<unsigned>(dim_) * (levels_ - 1 - level);
        const auto partOf = [&](uint64_t key) { return key >> shift; };
        cell.firstChild = static_cast<uint32_t>(cells_.size());
        for (uint32_t begin = cell.begin; begin < cell.end;) {
            const auto from = keys_.begin() + begin, to = keys_.begin() + cell.end;
            const uint64_t part = partOf(*from);
            const auto end = static_cast<uint32_t>(
                std::partition_point(from, to, [&](uint64_t key) { return partOf(key) <= part; }) -
                keys_.begin());
            cells_.push_back({begin, end, 0, 0, cell.size / 2, {}});
            ++cell.children;
            begin = end;
        }
    } else {
        leaves_.push_back(index);
    }
    cells_[index] = cell;
    for (uint32_t child = 0; child < cell.children; ++child)
        split(cell.firstChild + child, level + 1);
}

}  // namespace horo
