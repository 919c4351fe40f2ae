#include "core/data/vectors.h"

#include <algorithm>
#include <cassert>

namespace horo {

Vectors::Vectors(size_t rows, size_t columns, std::vector<float> values)
    : rows_(rows), columns_(columns), values_(std::move(values)) {
    assert(floats().size() == rows * columns);
}

Vectors::Vectors(size_t rows, size_t columns, std::vector<double> values)
    : rows_(rows), columns_(columns), values_(std::move(values)) {
    assert(doubles().size() == rows * columns);
}

void Vectors::copyRow(size_t row, std::span<double> out) const {
    const auto copy = [&](const auto& values) {
        std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(row * columns_), columns_, out.begin());
    };
    std::visit(copy, values_);
}

std::vector<double> Vectors::toDouble() const {
    return std::visit([](const auto& values) { return std::vector<double>(values.begin(), values.end()); },
                      values_);
}

std::span<const float> Vectors::floats() const {
    return isDouble() ? std::span<const float>() : std::span<const float>(std::get<0>(values_));
}

std::span<const double> Vectors::doubles() const {
    return isDouble() ? std::span<const double>(std::get<1>(values_)) : std::span<const double>();
}

}  // namespace horo
