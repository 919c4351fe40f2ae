#include "core/data/vectors.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace horo {

namespace {

template <class Number>
std::shared_ptr<const std::vector<Number>> checked(size_t rows, size_t columns, std::vector<Number> values) {
    if (values.size() != rows * columns)
        throw std::invalid_argument(
            fmt::format("{} numbers were given for {} rows of {}", values.size(), rows, columns));
    return std::make_shared<const std::vector<Number>>(std::move(values));
}

}  // namespace

Vectors::Vectors(size_t rows, size_t columns, std::vector<float> values)
    : rows_(rows), columns_(columns), values_(checked(rows, columns, std::move(values))) {}

Vectors::Vectors(size_t rows, size_t columns, std::vector<double> values)
    : rows_(rows), columns_(columns), values_(checked(rows, columns, std::move(values))) {}

void Vectors::copyRow(size_t row, std::span<double> out) const {
    const auto copy = [&](const auto& values) {
        std::copy_n(values->begin() + static_cast<std::ptrdiff_t>(row * columns_), columns_, out.begin());
    };
    std::visit(copy, values_);
}

std::vector<double> Vectors::toDouble() const {
    return std::visit([](const auto& values) { return std::vector<double>(values->begin(), values->end()); },
                      values_);
}

std::span<const float> Vectors::floats() const {
    return isDouble() ? std::span<const float>() : std::span<const float>(*std::get<0>(values_));
}

std::span<const double> Vectors::doubles() const {
    return isDouble() ? std::span<const double>(*std::get<1>(values_)) : std::span<const double>();
}

}  // namespace horo
