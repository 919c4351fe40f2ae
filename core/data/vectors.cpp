#include "core/data/vectors.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace horo {

namespace {

template <class Number>
std::shared_ptr<const Number> checked(size_t rows, size_t columns, std::vector<Number> values) {
    if (values.size() != rows * columns)
        throw std::invalid_argument(
            fmt::format("{} numbers were given for {} rows of {}", values.size(), rows, columns));
    const auto owner = std::make_shared<const std::vector<Number>>(std::move(values));
    return {owner, owner->data()};
}

/// Whether all are finite: a NaN or an infinity times zero is NaN, so that a sum tells. Sixteen sums, so that
/// the processor need not wait for one.
template <class Number>
bool allFinite(std::span<const Number> values) {
    constexpr size_t width = 16;
    Number sums[width] = {};
    size_t i = 0;
    for (; i + width <= values.size(); i += width)
        for (size_t k = 0; k < width; ++k)
            sums[k] += values[i + k] * 0;
    for (; i < values.size(); ++i)
        sums[0] += values[i] * 0;
    for (size_t k = 1; k < width; ++k)
        sums[0] += sums[k];
    return sums[0] == 0;
}

template <class Number>
std::vector<size_t> nonFinite(std::span<const Number> values, size_t rows, size_t columns) {
    std::vector<size_t> found;
    constexpr size_t block = 1 << 16;  // most blocks are finite
    const size_t step = std::max<size_t>(1, block / std::max<size_t>(columns, 1));
    for (size_t first = 0; first < rows; first += step) {
        const size_t end = std::min(rows, first + step);
        if (allFinite(values.subspan(first * columns, (end - first) * columns))) continue;
        for (size_t row = first; row < end; ++row)
            if (!allFinite(values.subspan(row * columns, columns))) found.push_back(row);
    }
    return found;
}

template <class Number>
std::vector<Number> someRows(std::span<const Number> values, size_t columns, std::span<const size_t> rows) {
    std::vector<Number> some;
    some.reserve(rows.size() * columns);
    for (const size_t row : rows) {
        const auto numbers = values.subspan(row * columns, columns);
        some.insert(some.end(), numbers.begin(), numbers.end());
    }
    return some;
}

}  // namespace

Vectors::Vectors(size_t rows, size_t columns, std::vector<float> values)
    : rows_(rows), columns_(columns), first_(checked(rows, columns, std::move(values))) {}

Vectors::Vectors(size_t rows, size_t columns, std::vector<double> values)
    : rows_(rows), columns_(columns), first_(checked(rows, columns, std::move(values))) {}

Vectors::Vectors(size_t rows, size_t columns, std::shared_ptr<const float> first)
    : rows_(rows), columns_(columns), first_(std::move(first)) {}

Vectors::Vectors(size_t rows, size_t columns, std::shared_ptr<const double> first)
    : rows_(rows), columns_(columns), first_(std::move(first)) {}

void Vectors::copyRow(size_t row, std::span<double> out) const {
    std::visit([&](const auto& first) { std::copy_n(first.get() + row * columns_, columns_, out.begin()); },
               first_);
}

std::vector<double> Vectors::toDouble() const {
    return std::visit(
        [&](const auto& first) { return std::vector<double>(first.get(), first.get() + rows_ * columns_); },
        first_);
}

std::vector<size_t> Vectors::nonFiniteRows() const {
    return isDouble() ? nonFinite(doubles(), rows_, columns_) : nonFinite(floats(), rows_, columns_);
}

Vectors Vectors::subset(std::span<const size_t> rows) const {
    if (isDouble()) return {rows.size(), columns_, someRows(doubles(), columns_, rows)};
    return {rows.size(), columns_, someRows(floats(), columns_, rows)};
}

std::span<const float> Vectors::floats() const {
    return isDouble() ? std::span<const float>()
                      : std::span<const float>(std::get<0>(first_).get(), rows_ * columns_);
}

std::span<const double> Vectors::doubles() const {
    return isDouble() ? std::span<const double>(std::get<1>(first_).get(), rows_ * columns_)
                      : std::span<const double>();
}

}  // namespace horo
