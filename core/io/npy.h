// NumPy arrays as bytes (format 1.0 to 3.0 of numpy.lib.format).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/data/arrays.h"
#include "core/data/embedding.h"

namespace horo {

struct HOROCYCLE_EXPORT NpyArray {
    std::vector<size_t> shape;
    std::variant<std::vector<float>, std::vector<double>, std::vector<int64_t>, std::vector<std::string>>
        values;

    size_t count() const;
    /// The array as a table of numbers: two dimensions, or one as a single column; integers become double.
    Result<Vectors> toVectors() const&;
    Result<Vectors> toVectors() &&;
    /// The array as texts; numbers are spelled.
    std::vector<std::string> toTexts() const;
};

/// What the first bytes of an array say.
struct NpyShape {
    std::vector<size_t> extents;
    bool isText = false;
    std::string text() const;  ///< "1000 x 50 f4"
    std::string type;          ///< "f4", "u1", "U12"
};
/// Error: no array, Python objects, or more elements than the bytes can hold.
HOROCYCLE_EXPORT Result<NpyShape> npyShape(std::string_view bytes, const std::string& place);

/// Little and big endian f2 f4 f8, i1..i8, u1..u8, b1, <U, |S; C and Fortran order. Sizes are checked against
/// the bytes before anything is allocated; object arrays (pickles) are refused.
HOROCYCLE_EXPORT Result<NpyArray> parseNpy(std::string_view bytes, const std::string& place);

/// A table of numbers, or pictures as rows (unsigned bytes n x height x width, or x 1, 3 or 4 channels, as
/// bytes / 255).
struct NpyTable {
    Vectors vectors;
    size_t rowsInFile = 0;
    std::optional<PictureShape> picture;
};
/// Takes floats where they lie in the bytes, so that nothing is copied. Where `isBeginning`, the bytes may
/// end early and the rows are those that are there.
HOROCYCLE_EXPORT Result<NpyTable> readNpyTable(std::string bytes, const std::string& place,
                                               bool isBeginning = false);

HOROCYCLE_EXPORT std::string npyBytes(const Vectors& vectors);
HOROCYCLE_EXPORT std::string npyBytes(const std::vector<std::string>& texts);  ///< shape (n,), <U
/// shape (texts / columns, columns), <U; columns > 0
HOROCYCLE_EXPORT std::string npyBytes(const std::vector<std::string>& texts, size_t columns);
HOROCYCLE_EXPORT std::string npyNumbers(const std::vector<double>& numbers);  ///< shape (n,), <f8
HOROCYCLE_EXPORT std::string npyText(const std::string& text);                ///< shape (), <U
HOROCYCLE_EXPORT std::string npyBytes(const std::vector<int64_t>& values, size_t columns);  ///< n x columns

HOROCYCLE_EXPORT std::string npyBytes(const Array& array);

}  // namespace horo
