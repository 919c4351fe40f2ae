// The numbers that training changes: rows in the layout of the kernel.
#pragma once

#include <vector>

#include "core/base/aligned_vector.h"
#include "core/base/export.h"
#include "core/data/vectors.h"

namespace horo {

/// Rows of T, each padded with zeros to whole cache lines. Hyperbolic rows are ball rows of curvature -1.
template <class T>
class RowTable {
public:
    RowTable(size_t rows, size_t dim)
        : rows_(rows),
          dim_(dim),
          stride_((dim + perLine - 1) / perLine * perLine),
          values_(rows * stride_, T(0)) {}

    size_t rows() const { return rows_; }
    size_t dim() const { return dim_; }
    size_t stride() const { return stride_; }
    T* data() { return values_.data(); }
    T* row(size_t i) { return values_.data() + i * stride_; }
    const T* row(size_t i) const { return values_.data() + i * stride_; }
    size_t bytes() const { return values_.size() * sizeof(T); }

    /// The first row with a NaN or an infinity, or rows().
    size_t firstNonFinite() const;
    /// Brings ball rows whose gap 1 - |x|^2 is below `leastGap` back there; returns how many are there now.
    size_t hold(double leastGap);
    /// The rows without their padding, as T.
    Vectors plain() const;
    /// Ball rows lifted to the hyperboloid of curvature -1, in double precision.
    Vectors hyperboloid() const;

private:
    static constexpr size_t perLine = 64 / sizeof(T);
    size_t rows_, dim_, stride_;
    AlignedVector<T> values_;
};

extern template class HOROCYCLE_EXPORT RowTable<float>;
extern template class HOROCYCLE_EXPORT RowTable<double>;

}  // namespace horo
