#include "core/geometry/euclidean.h"

#include <cmath>

namespace horo::euclidean {

double dot(std::span<const double> x, std::span<const double> y) {
    double sum = 0;
    for (size_t i = 0; i < x.size(); ++i)
        sum += x[i] * y[i];
    return sum;
}

double norm(std::span<const double> x) {
    return std::sqrt(dot(x, x));
}

double squaredDistance(std::span<const double> x, std::span<const double> y) {
    double sum = 0;
    for (size_t i = 0; i < x.size(); ++i)
        sum += (x[i] - y[i]) * (x[i] - y[i]);
    return sum;
}

}  // namespace horo::euclidean
