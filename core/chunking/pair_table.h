// A hash table from pairs of numbers to numbers: phrases of a trie, contexts and what follows them, digrams.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace horo {

/// Open addressing with linear probes, at most half full. A pair has two halves below 2^32 - 1.
class PairTable {
public:
    static constexpr uint32_t none = UINT32_MAX;

    /// The value of the pair; `none` where it has none yet. The reference holds until the next call.
    uint32_t& at(uint32_t a, uint32_t b) {
        if (2 * used_ >= slots_.size()) grow();
        size_t i = home(a, b);
        for (; slots_[i].a != none; i = (i + 1) & mask_)
            if (slots_[i].a == a && slots_[i].b == b) return slots_[i].value;
        ++used_;
        slots_[i] = {a, b, none};
        return slots_[i].value;
    }

    /// The value of the pair, or `none`; the table stays as it is.
    uint32_t find(uint32_t a, uint32_t b) const {
        if (slots_.empty()) return none;
        for (size_t i = home(a, b); slots_[i].a != none; i = (i + 1) & mask_)
            if (slots_[i].a == a && slots_[i].b == b) return slots_[i].value;
        return none;
    }

    /// Takes the pair out if its value is `value`. Those behind it move up, so that no gap breaks their
    /// probes.
    void erase(uint32_t a, uint32_t b, uint32_t value) {
        if (slots_.empty()) return;
        size_t i = home(a, b);
        while (slots_[i].a != none && (slots_[i].a != a || slots_[i].b != b))
            i = (i + 1) & mask_;
        if (slots_[i].a == none || slots_[i].value != value) return;
        --used_;
        for (size_t next = (i + 1) & mask_; slots_[next].a != none; next = (next + 1) & mask_) {
            const size_t wanted = home(slots_[next].a, slots_[next].b);
            if (((next - wanted) & mask_) < ((next - i) & mask_)) continue;
            slots_[i] = slots_[next];
            i = next;
        }
        slots_[i] = {};
    }

    size_t size() const { return used_; }

private:
    struct Slot {
        uint32_t a = none, b = none, value = none;
    };

    size_t home(uint32_t a, uint32_t b) const {
        const uint64_t mixed = (uint64_t{a} << 32 | b) * 0x9E3779B97F4A7C15ull;
        return (mixed ^ mixed >> 29) >> 16 & mask_;
    }

    void grow() {
        std::vector<Slot> old(slots_.empty() ? 1024 : 2 * slots_.size());
        old.swap(slots_);
        mask_ = slots_.size() - 1;
        for (const Slot& slot : old) {
            if (slot.a == none) continue;
            size_t i = home(slot.a, slot.b);
            while (slots_[i].a != none)
                i = (i + 1) & mask_;
            slots_[i] = slot;
        }
    }

    std::vector<Slot> slots_;
    size_t mask_ = 0, used_ = 0;
};

}  // namespace horo
