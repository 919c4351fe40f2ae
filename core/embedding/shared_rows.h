// Rows that several threads change without locks.
#pragma once

#include <atomic>

#include "core/embedding/row_table.h"

namespace horo {

/// Numbers are read and written one by one and whole (relaxed atomics, plain moves on this processor): a row
/// may be half old and half new, as lock-free training allows (Hogwild; Recht et al. 2011), but there is no
/// data race.
class SharedRows {
public:
    SharedRows(size_t rows, size_t dim) : table_(rows, dim) {}

    size_t rows() const { return table_.rows(); }
    size_t dim() const { return table_.dim(); }
    void load(size_t row, double* out) const {
        double* numbers =
            const_cast<RowTable<double>&>(table_).row(row);  // atomic_ref of C++20 takes no const
        for (size_t i = 0; i < dim(); ++i)
            out[i] = std::atomic_ref<double>(numbers[i]).load(std::memory_order_relaxed);
    }
    void store(size_t row, const double* values) {
        double* numbers = table_.row(row);
        for (size_t i = 0; i < dim(); ++i)
            std::atomic_ref<double>(numbers[i]).store(values[i], std::memory_order_relaxed);
    }
    /// For one thread, while no other writes.
    RowTable<double>& table() { return table_; }
    const RowTable<double>& table() const { return table_; }

private:
    RowTable<double> table_;
};

}  // namespace horo
