// How a dataset lies in its file.
#pragma once

#include <hdf5.h>

#include <array>
#include <cstdint>
#include <optional>

namespace horo::hdf5 {

/// a * b, or UINT64_MAX where that is beyond.
uint64_t times(uint64_t a, uint64_t b);

struct Shape {
    using Extents = std::array<hsize_t, H5S_MAX_RANK>;
    int dimensions = 0;  ///< 0 = a single entry
    Extents extents;     ///< 1 beyond the dimensions
    Extents chunk;       ///< likewise, and where it does not lie in chunks

    // UINT64_MAX where it is beyond all measure.
    uint64_t entries() const;
    uint64_t unpacked() const;  ///< entries of all the chunks that have some of these
};

/// None: damaged, or too many dimensions.
std::optional<Shape> shapeOf(hid_t space, hid_t creation);

}  // namespace horo::hdf5
