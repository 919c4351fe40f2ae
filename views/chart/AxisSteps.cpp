#include "views/chart/AxisSteps.h"

#include <algorithm>
#include <cmath>

#include "views/kit/NumberText.h"

namespace horo::views {

namespace {

double niceStep(double range, int most) {
    const double raw = range / std::max(most, 1);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= raw * (1 - 1e-9)) return factor * power;
    return 10 * power;
}

}  // namespace

AxisSteps AxisSteps::covering(double least, double greatest, int most) {
    if (!std::isfinite(least) || !std::isfinite(greatest)) least = 0, greatest = 1;
    if (greatest <= least) {
        const double room = least == 0 ? 1 : std::abs(least) * .1;
        greatest = least + room;
        if (least < 0) least -= room;
    }
    const double step = niceStep(greatest - least, most), part = step / 5;
    return {std::floor(least / part + 1e-9) * part, std::ceil(greatest / part - 1e-9) * part, step};
}

AxisSteps AxisSteps::between(double first, double last, int most) {
    if (first == 0 && last == 1 && most >= 4) return {0, 1, .25};
    return {first, last, niceStep(last - first, most)};
}

std::vector<double> AxisSteps::ticks() const {
    std::vector<double> ticks;
    const double slack = step * 1e-6;
    for (double index = std::ceil((first - slack) / step); index * step <= last + slack; ++index)
        ticks.push_back(index * step);
    return ticks;
}

QString AxisSteps::text(double tick) const {
    int decimals = 0;
    for (double scaled = step; decimals < 9 && std::abs(scaled - std::round(scaled)) > 1e-6; scaled *= 10)
        ++decimals;
    if (std::abs(tick) < step * 1e-6) tick = 0;
    return std::max(std::abs(first), std::abs(last)) < 1e7 && step >= 1e-6 ? fixedText(tick, decimals)
                                                                           : significantText(tick, 2);
}

}  // namespace horo::views
