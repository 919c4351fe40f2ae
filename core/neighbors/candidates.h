// The best few of many rows by a key.
#pragma once

#include <algorithm>
#include <limits>
#include <span>
#include <vector>

#include "core/base/aligned_vector.h"

namespace horo {

struct Candidate {
    float key;
    uint32_t row;
    bool operator<(const Candidate& other) const { return key < other.key; }
};

/// For each query the `room` rows with the least keys so far, and the key that the next one must be below.
class Candidates {
public:
    Candidates(size_t queries, size_t padded, size_t room)
        : room_(room), counts_(queries, 0), heaps_(queries * room) {
        limits_.assign(padded, std::numeric_limits<float>::infinity());
    }

    const float* limits() const { return limits_.data(); }
    float limit(size_t query) const { return limits_[query]; }
    std::span<const Candidate> of(size_t query) const {
        return {heaps_.data() + query * room_, counts_[query]};
    }

    /// Takes a row whose key is below the limit.
    void add(size_t query, Candidate candidate) {
        Candidate* heap = heaps_.data() + query * room_;
        uint32_t& count = counts_[query];
        if (count == room_) std::pop_heap(heap, heap + count--);
        heap[count++] = candidate;
        std::push_heap(heap, heap + count);
        if (count == room_) limits_[query] = heap[0].key;
    }

private:
    size_t room_;
    std::vector<uint32_t> counts_;
    std::vector<Candidate> heaps_;
    AlignedVector<float> limits_;
};

}  // namespace horo
