#include "core/geometry/sphere.h"

#include <cmath>

#include "core/geometry/euclidean.h"

namespace horo::sphere {

using euclidean::dot;
using euclidean::norm;

double distance(Point x, Point y, double curvature) {
    const double xNorm = norm(x), yNorm = norm(y);
    double difference = 0, sum = 0;
    for (size_t i = 0; i < x.size(); ++i) {
        const double a = yNorm * x[i], b = xNorm * y[i];
        difference += (a - b) * (a - b);
        sum += (a + b) * (a + b);
    }
    // Kahan: accurate for small angles and for angles near pi alike.
    return 2 * std::atan2(std::sqrt(difference), std::sqrt(sum)) / std::sqrt(curvature);
}

void exp(Point x, Point v, double curvature, Out out) {
    const double length = norm(v), angle = std::sqrt(curvature) * length;
    const double alongX = std::cos(angle), alongV = length > 0 ? std::sin(angle) / angle : 1;
    for (size_t i = 0; i < x.size(); ++i)
        out[i] = alongX * x[i] + alongV * v[i];
    const double scale = 1 / (std::sqrt(curvature) * norm(out));
    for (double& value : out)
        value *= scale;
}

void log(Point x, Point y, double curvature, Out out) {
    const double length = distance(x, y, curvature), xSquared = dot(x, x);
    double alongX = 0;
    for (size_t i = 0; i < x.size(); ++i)
        alongX += (y[i] - x[i]) * x[i];
    for (size_t i = 0; i < x.size(); ++i)
        out[i] = (y[i] - x[i]) - alongX / xSquared * x[i];
    const double outNorm = norm(out), scale = outNorm > 0 ? length / outNorm : 0;
    for (double& value : out)
        value *= scale;
}

void transport(Point x, Point y, Point v, double curvature, Out out) {
    const double denominator = 1 + curvature * dot(x, y);
    const double share = denominator > 0 ? curvature * dot(y, v) / denominator : 0;
    for (size_t i = 0; i < x.size(); ++i)
        out[i] = v[i] - share * (x[i] + y[i]);
}

}  // namespace horo::sphere
