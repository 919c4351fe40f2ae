// Random numbers that are the same on every machine.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

namespace horo {

/// One step of SplitMix64 (Steele, Lea, Flood 2014): turns any seed into well mixed bits.
inline uint64_t splitMix64(uint64_t& state) {
    uint64_t z = (state += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

/// xoshiro256++ (Blackman & Vigna 2019). `stream` gives independent sequences of one seed, one a thread.
class Random {
public:
    using result_type = uint64_t;

    explicit Random(uint64_t seed, uint64_t stream = 0) {
        uint64_t state = seed ^ (stream * 0xD1342543DE82EF95ull);
        for (auto& word : state_)
            word = splitMix64(state);
    }

    static constexpr uint64_t min() { return 0; }
    static constexpr uint64_t max() { return std::numeric_limits<uint64_t>::max(); }

    uint64_t operator()() {
        const uint64_t result = rotate(state_[0] + state_[3], 23) + state_[0];
        const uint64_t t = state_[1] << 17;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= t;
        state_[3] = rotate(state_[3], 45);
        return result;
    }

    /// An integer in [0, n), n < 2^32 (Lemire's multiplication; bias below n / 2^32).
    uint32_t below(uint32_t n) { return static_cast<uint32_t>(((*this)() >> 32) * n >> 32); }
    /// A number in [0, 1) with 53 random bits.
    double uniform() { return static_cast<double>((*this)() >> 11) * 0x1.0p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// A standard normal number (Box-Muller, one of the pair).
    double normal() {
        return std::sqrt(-2 * std::log1p(-uniform())) * std::cos(6.283185307179586 * uniform());
    }

private:
    static uint64_t rotate(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
    uint64_t state_[4];
};

}  // namespace horo
