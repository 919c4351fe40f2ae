// Where the name of a class or a branch stands among the rows that belong to it.
#pragma once

#include <QPointF>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace horo::views {

struct RegionPlace {
    uint32_t region = 0;
    uint32_t row = 0;  ///< one where the rows of the region lie densest
    size_t rows = 0;   ///< of the region
};

/// Counts the rows of each region in squares of 24 pixels.
class RegionPlaces {
public:
    /// `order`: of the rows of a square the one that comes first in it stands for all, so that a name stays.
    void add(uint32_t region, uint32_t row, uint32_t order, QPointF at);
    /// One place a region, that with the most rows first.
    std::vector<RegionPlace> largestFirst() const;

private:
    struct Square {
        uint32_t rows = 0, row = 0, order = 0;
    };
    struct Key {
        uint32_t region;
        int32_t x, y;
        bool operator==(const Key&) const = default;
    };
    struct KeyHash {
        size_t operator()(const Key& key) const {
            const uint64_t place =
                static_cast<uint64_t>(static_cast<uint32_t>(key.x)) << 32 | static_cast<uint32_t>(key.y);
            return (place ^ (uint64_t{key.region} << 20)) * 0x9E3779B97F4A7C15u;
        }
    };
    std::unordered_map<Key, Square, KeyHash> squares_;
};

}  // namespace horo::views
