// A dense table of numbers in single or double precision.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <variant>
#include <vector>

#include "core/base/export.h"

namespace horo {

/// rows x columns numbers, row by row (stride = columns). What was read in double stays double. Copies share
/// the numbers.
class HOROCYCLE_EXPORT Vectors {
public:
    Vectors() = default;
    /// Throws std::invalid_argument unless there are rows * columns values.
    Vectors(size_t rows, size_t columns, std::vector<float> values);
    Vectors(size_t rows, size_t columns, std::vector<double> values);
    /// Takes numbers where they lie, in the bytes of a file for example: `first` points to rows * columns
    /// numbers and keeps them alive; nobody may change them any more.
    Vectors(size_t rows, size_t columns, std::shared_ptr<const float> first);
    Vectors(size_t rows, size_t columns, std::shared_ptr<const double> first);

    size_t rows() const { return rows_; }
    size_t columns() const { return columns_; }
    bool isDouble() const { return first_.index() == 1; }

    double at(size_t row, size_t column) const {
        const size_t i = row * columns_ + column;
        return isDouble() ? std::get<1>(first_).get()[i] : static_cast<double>(std::get<0>(first_).get()[i]);
    }
    /// Writes one row in double precision; `out` holds columns() numbers.
    void copyRow(size_t row, std::span<double> out) const;
    /// All numbers in double precision.
    std::vector<double> toDouble() const;
    /// Rows with a NaN or an infinity, ascending.
    std::vector<size_t> nonFiniteRows() const;
    /// Some of the rows, in the order given.
    Vectors subset(std::span<const size_t> rows) const;

    /// The stored numbers; only the type that isDouble() names is not empty.
    std::span<const float> floats() const;
    std::span<const double> doubles() const;

private:
    size_t rows_ = 0, columns_ = 0;
    std::variant<std::shared_ptr<const float>, std::shared_ptr<const double>> first_;
};

}  // namespace horo
