// Named arrays: what a method gives that is neither rows of items nor a table.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/export.h"

namespace horo {

/// Numbers or texts of any shape, the last index fastest. The product of the shape is the number of values;
/// an empty shape is one value.
struct HOROCYCLE_EXPORT Array {
    std::string name;
    std::vector<size_t> shape;
    std::variant<std::vector<float>, std::vector<double>, std::vector<int64_t>, std::vector<std::string>>
        values;

    size_t count() const;  ///< values that there are
    /// Whether there are as many values as the shape says.
    bool fits() const;
};

/// Arrays with different names. Written as .npz.
struct HOROCYCLE_EXPORT Arrays {
    std::vector<Array> arrays;
    /// Null where there is none of that name.
    const Array* find(std::string_view name) const;
};

}  // namespace horo
