#include "views/chart/Curve.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace horo::views {

namespace {

constexpr int ticksAcross = 4, ticksUp = 4;

struct Extent {
    double least = std::numeric_limits<double>::infinity(), greatest = -least;
    void add(double value) { least = std::min(least, value), greatest = std::max(greatest, value); }
};

// The next of 1, 2, 5, 10, 20...
double nextNice(double value) {
    if (value <= 0) return value;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= value) return factor * power;
    return 10 * power;
}

AxisSteps grown(const std::optional<AxisSteps>& before, double least, double greatest, int most) {
    if (before && before->covers(least, greatest)) return *before;
    if (before) {
        // A growing axis takes few, large steps: a small one at each new point would keep everything moving.
        greatest = greatest > before->last ? nextNice(greatest) : before->last;
        least = least < before->first ? -nextNice(-least) : before->first;
    }
    return AxisSteps::covering(least, greatest, most);
}

}  // namespace

CurveScale CurveScale::fitting(const Curve& curve, const std::optional<CurveScale>& before) {
    Extent x, y;
    for (const QPointF& point : curve.points) {
        if (!std::isfinite(point.y())) continue;
        x.add(point.x());
        y.add(point.y());
    }
    const auto earlier = [&](AxisSteps CurveScale::*axis) {
        return before ? std::optional((*before).*axis) : std::nullopt;
    };
    CurveScale scale;
    const double xLeast = std::min(0.0, x.least);
    if (curve.end && *curve.end > xLeast && *curve.end >= x.greatest)
        scale.x = AxisSteps::between(xLeast, *curve.end, ticksAcross);
    else
        scale.x = grown(earlier(&CurveScale::x), xLeast, std::max(x.greatest, xLeast + 1), ticksAcross);
    if (curve.from && curve.to)
        scale.y = AxisSteps::between(*curve.from, *curve.to, ticksUp);
    else  // most measures are counted from 0, and a line that starts elsewhere exaggerates
        scale.y = grown(earlier(&CurveScale::y), curve.from.value_or(std::min(0.0, y.least)),
                        curve.to.value_or(y.greatest), ticksUp);
    return scale;
}

}  // namespace horo::views
