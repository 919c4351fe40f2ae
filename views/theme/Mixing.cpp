#include "views/theme/Mixing.h"

#include <cmath>

namespace horo::views {

namespace {

double luminance(const QColor& colour) {
    const auto linear = [](double c) { return c <= .04045 ? c / 12.92 : std::pow((c + .055) / 1.055, 2.4); };
    return .2126 * linear(colour.redF()) + .7152 * linear(colour.greenF()) + .0722 * linear(colour.blueF());
}

}  // namespace

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto part = [&](double x, double y) { return static_cast<float>(x + (y - x) * share); };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()),
                            part(a.blueF(), b.blueF()));
}

QColor textOn(const QColor& ground) {
    const double l = luminance(ground);
    return (l + .05) / (.012 + .05) > 1.05 / (l + .05) ? QColor(0x15, 0x18, 0x1D) : QColor(Qt::white);
}

}  // namespace horo::views
