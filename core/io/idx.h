// IDX files (the format of MNIST), also packed by gzip.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/embedding.h"

namespace horo {

/// An array in an IDX file: `values` holds the numbers, big-endian, the last index fastest.
struct IdxArray {
    char type = 0;  ///< 'B' unsigned byte, 'b' signed byte, 'h', 'i', 'f', 'd'
    std::vector<size_t> extents;
    std::string values;
};

/// Unpacks gzip where the bytes begin so. Error: no IDX, cut off, more than it says, more than `limit` bytes.
HOROCYCLE_EXPORT Result<IdxArray> parseIdx(std::string bytes, const std::string& place,
                                           uint64_t limit = uint64_t{16} << 30);

/// Rows of an array with at least two dimensions, the first being the rows: unsigned bytes as / 255, other
/// numbers as they are, pictures where there are two more dimensions. Error: one dimension.
struct IdxRows {
    Vectors vectors;
    std::optional<PictureShape> picture;
};
HOROCYCLE_EXPORT Result<IdxRows> rowsOfIdx(const IdxArray& array, const std::string& place);

/// The labels in an array of one dimension of bytes. Error: another shape or type.
HOROCYCLE_EXPORT Result<std::vector<unsigned>> labelsOfIdx(const IdxArray& array, const std::string& place);

}  // namespace horo
