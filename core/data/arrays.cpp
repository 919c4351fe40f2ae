#include "core/data/arrays.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace horo {

size_t Array::count() const {
    return std::visit([](const auto& all) { return all.size(); }, values);
}

bool Array::fits() const {
    return std::accumulate(shape.begin(), shape.end(), size_t{1}, std::multiplies<>()) == count();
}

const Array* Arrays::find(std::string_view name) const {
    const auto found = std::ranges::find(arrays, name, &Array::name);
    return found == arrays.end() ? nullptr : &*found;
}

}  // namespace horo
