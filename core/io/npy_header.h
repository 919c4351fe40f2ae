// The header of a NumPy array (numpy.lib.format).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace horo {

/// What stands before the numbers.
struct NpyHeader {
    char order = '<';
    char type = 'f';
    size_t size = 0;  ///< bytes an element; of U: characters
    bool fortran = false;
    std::vector<size_t> shape;
    size_t dataStart = 0;
    size_t elementBytes() const { return type == 'U' ? size * 4 : size; }
};

/// Error: no array, another format, Python objects, an absurd shape.
Result<NpyHeader> parseNpyHeader(std::string_view bytes, const std::string& place);
/// Elements of the array. Error: `bytes` bytes of data cannot hold them.
Result<size_t> checkedCount(const NpyHeader& header, size_t bytes, const std::string& place);

}  // namespace horo
