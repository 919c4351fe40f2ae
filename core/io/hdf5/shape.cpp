#include "core/io/hdf5/shape.h"

#include <algorithm>

#include "core/io/hdf5/entries.h"

namespace horo::hdf5 {

uint64_t times(uint64_t a, uint64_t b) {
    uint64_t product = 0;
    return __builtin_mul_overflow(a, b, &product) ? UINT64_MAX : product;
}

uint64_t Shape::entries() const {
    uint64_t product = 1;
    for (const hsize_t extent : extents)
        product = times(product, extent);
    return product;
}

uint64_t Shape::unpacked() const {
    uint64_t product = 1;
    for (size_t i = 0; i < extents.size(); ++i) {
        const bool isWhole = extents[i] % chunk[i] == 0;
        product = times(product, times(extents[i] / chunk[i] + (isWhole ? 0 : 1), chunk[i]));
    }
    return product;
}

std::optional<Shape> shapeOf(hid_t space, hid_t creation) {
    Shape shape;
    shape.extents.fill(1);
    shape.chunk.fill(1);
    shape.dimensions = H5Sget_simple_extent_dims(space, shape.extents.data(), nullptr);
    if (shape.dimensions < 0 || shape.dimensions > mostDimensions) return std::nullopt;
    if (H5Pget_layout(creation) == H5D_CHUNKED)
        H5Pget_chunk(creation, static_cast<int>(shape.chunk.size()), shape.chunk.data());
    for (hsize_t& extent : shape.chunk)
        extent = std::max<hsize_t>(extent, 1);
    return shape;
}

}  // namespace horo::hdf5
