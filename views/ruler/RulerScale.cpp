#include "views/ruler/RulerScale.h"

#include <algorithm>
#include <cmath>

namespace horo::views {

RulerScale::RulerScale(uint64_t length, double width) : length_(length), width_(std::max(1.0, width)) {
    bytesPerPixel_ = widest();
}

double RulerScale::widest() const {
    return std::max(static_cast<double>(length_) / width_, 1 / largestCell);
}

uint64_t RulerScale::begin() const {
    return std::min(static_cast<uint64_t>(first_), length_);
}

uint64_t RulerScale::end() const {
    return std::min(static_cast<uint64_t>(std::ceil(byte(width_))), length_);
}

RulerScale RulerScale::showing(double first, double bytesPerPixel) const {
    RulerScale scale = *this;
    scale.bytesPerPixel_ = std::clamp(bytesPerPixel, 1 / largestCell, widest());
    const double last = std::max(0.0, static_cast<double>(length_) - width_ * scale.bytesPerPixel_);
    scale.first_ = std::clamp(first, 0.0, last);
    return scale;
}

RulerScale RulerScale::zoomed(double pixel, double factor) const {
    const double under = byte(pixel);
    const double next = std::clamp(bytesPerPixel_ / factor, 1 / largestCell, widest());
    return showing(under - pixel * next, next);
}

RulerScale RulerScale::moved(double pixels) const {
    return showing(first_ + pixels * bytesPerPixel_, bytesPerPixel_);
}

RulerScale RulerScale::around(uint64_t begin, uint64_t end) const {
    const double size = static_cast<double>(end - begin);
    const double next = std::max(bytesPerPixel_, size * 1.2 / width_);
    return showing(static_cast<double>(begin) + size / 2 - width_ * next / 2, next);
}

RulerScale RulerScale::resized(double width) const {
    RulerScale scale(length_, width);
    return isWhole() ? scale : scale.showing(first_, bytesPerPixel_);
}

std::vector<uint64_t> RulerScale::ticks(double pixelsApart) const {
    const double least = std::max(1.0, pixelsApart * bytesPerPixel_);
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    double step = 10 * power;
    for (const double each : {1.0, 2.0, 5.0})
        if (each * power >= least) {
            step = each * power;
            break;
        }
    std::vector<uint64_t> ticks;
    for (double at = std::ceil(first_ / step) * step;
         at <= std::min(byte(width_), static_cast<double>(length_)); at += step)
        ticks.push_back(static_cast<uint64_t>(at));
    return ticks;
}

}  // namespace horo::views
