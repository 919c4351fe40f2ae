#include "core/embedding/row_table.h"

#include <algorithm>
#include <cmath>

#include "core/geometry/manifold.h"
#include "core/geometry/poincare.h"

namespace horo {

template <class T>
size_t RowTable<T>::firstNonFinite() const {
    for (size_t i = 0; i < rows_; ++i) {
        const T* values = row(i);
        // A sum of zeros, or NaN as soon as one number is not finite.
        T sum = 0;
        for (size_t j = 0; j < stride_; ++j)
            sum += values[j] * 0;
        if (sum != 0) return i;
    }
    return rows_;
}

template <class T>
size_t RowTable<T>::hold(double leastGap) {
    size_t held = 0;
    std::vector<double> point(dim_);
    for (size_t i = 0; i < rows_; ++i) {
        T* values = row(i);
        T squares = 0;
        for (size_t j = 0; j < dim_; ++j)
            squares += values[j] * values[j];
        if (squares < T(0.999)) continue;
        std::copy_n(values, dim_, point.begin());
        // Rounding to T may leave the row a little outside: aim a little further in each time.
        for (double aim = leastGap; poincare::gap(point, -1) < leastGap * (1 - 1e-6); aim *= 1.01) {
            double norm = 0;
            for (const double value : point)
                norm += value * value;
            const double scale = std::sqrt((1 - aim) / norm);
            for (size_t j = 0; j < dim_; ++j) {
                values[j] = static_cast<T>(point[j] * scale);
                point[j] = values[j];
            }
        }
        held += poincare::gap(point, -1) <= leastGap * 1.05;
    }
    return held;
}

template <class T>
Vectors RowTable<T>::plain() const {
    std::vector<T> values(rows_ * dim_);
    for (size_t i = 0; i < rows_; ++i)
        std::copy_n(row(i), dim_, values.begin() + static_cast<std::ptrdiff_t>(i * dim_));
    return {rows_, dim_, std::move(values)};
}

template <class T>
Vectors RowTable<T>::hyperboloid() const {
    std::vector<double> values(rows_ * (dim_ + 1)), point(dim_);
    for (size_t i = 0; i < rows_; ++i) {
        std::copy_n(row(i), dim_, point.begin());
        poincareToLorentz(point, -1, {values.data() + i * (dim_ + 1), dim_ + 1});
    }
    return {rows_, dim_ + 1, std::move(values)};
}

template class RowTable<float>;
template class RowTable<double>;

}  // namespace horo
