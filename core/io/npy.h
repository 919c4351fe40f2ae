// NumPy arrays as bytes (format 1.0 to 3.0 of numpy.lib.format).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/data/arrays.h"
#include "core/data/vectors.h"

namespace horo {

struct HOROCYCLE_EXPORT NpyArray {
    std::vector<size_t> shape;
    std::variant<std::vector<float>, std::vector<double>, std::vector<int64_t>, std::vector<std::string>>
        values;

    size_t count() const;
    /// The array as a table of numbers: two dimensions, or one as a single column; integers become double.
    Result<Vectors> toVectors() const;
    /// The array as texts; numbers are spelled.
    std::vector<std::string> toTexts() const;
};

/// Little and big endian f2 f4 f8, i1..i8, u1..u8, b1, <U, |S; C and Fortran order. Sizes are checked against
/// the bytes before anything is allocated; object arrays (pickles) are refused.
HOROCYCLE_EXPORT Result<NpyArray> parseNpy(std::string_view bytes, const std::string& place);

HOROCYCLE_EXPORT std::string npyBytes(const Vectors& vectors);
HOROCYCLE_EXPORT std::string npyBytes(const std::vector<std::string>& texts);  ///< shape (n,), <U
/// shape (texts / columns, columns), <U; columns > 0
HOROCYCLE_EXPORT std::string npyBytes(const std::vector<std::string>& texts, size_t columns);
HOROCYCLE_EXPORT std::string npyText(const std::string& text);                              ///< shape (), <U
HOROCYCLE_EXPORT std::string npyBytes(const std::vector<int64_t>& values, size_t columns);  ///< n x columns

HOROCYCLE_EXPORT std::string npyBytes(const Array& array);

}  // namespace horo
