#include "views/disk/RegionPlaces.h"

#include <algorithm>
#include <cmath>

namespace horo::views {

namespace {
constexpr double side = 24;  // pixels
}

void RegionPlaces::add(uint32_t region, uint32_t row, uint32_t order, QPointF at) {
    const Key key{region, static_cast<int32_t>(std::floor(at.x() / side)),
                  static_cast<int32_t>(std::floor(at.y() / side))};
    Square& square = squares_[key];
    if (square.rows++ == 0 || order < square.order) square.row = row, square.order = order;
}

std::vector<RegionPlace> RegionPlaces::largestFirst() const {
    struct Found {
        Square densest;
        size_t rows = 0;
    };
    std::unordered_map<uint32_t, Found> regions;
    for (const auto& [key, square] : squares_) {
        Found& found = regions[key.region];
        found.rows += square.rows;
        const bool denser = square.rows > found.densest.rows ||
                            (square.rows == found.densest.rows && square.order < found.densest.order);
        if (denser) found.densest = square;
    }
    std::vector<RegionPlace> places;
    for (const auto& [region, found] : regions)
        places.push_back({region, found.densest.row, found.rows});
    std::ranges::sort(places, [](const RegionPlace& a, const RegionPlace& b) {
        return a.rows != b.rows ? a.rows > b.rows : a.region < b.region;
    });
    return places;
}

}  // namespace horo::views
