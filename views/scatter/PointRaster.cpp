#include "views/scatter/PointRaster.h"

#include <algorithm>
#include <cmath>

namespace horo::views {

PointSprite::PointSprite(float radius) : radius_(std::clamp(radius, 0.3f, 64.0f)) {
    side_ = static_cast<int>(std::ceil(2 * radius_)) + 2;
    coverage_.resize(static_cast<size_t>(steps * steps * side_ * side_));
    size_t at = 0;
    for (int v = 0; v < steps; ++v)
        for (int u = 0; u < steps; ++u)
            for (int j = 0; j < side_; ++j)
                for (int i = 0; i < side_; ++i) {
                    // The middle lies in the middle pixel's quarter (u, v); an edge one pixel wide is a good
                    // picture of how much of a pixel is covered.
                    const float middle = static_cast<float>(side_ / 2);
                    const float dx =
                        static_cast<float>(i) + 0.5f - middle - (static_cast<float>(u) + 0.5f) / steps;
                    const float dy =
                        static_cast<float>(j) + 0.5f - middle - (static_cast<float>(v) + 0.5f) / steps;
                    const float inside = radius_ + 0.5f - std::sqrt(dx * dx + dy * dy);
                    coverage_[at++] = static_cast<uint8_t>(std::lround(255 * std::clamp(inside, 0.0f, 1.0f)));
                }
}

void PointSprite::paint(const PixelBand& band, float x, float y, uint32_t colour) const {
    const float column = std::floor(x), line = std::floor(y);
    if (!(std::abs(column) < 1e6f && std::abs(line) < 1e6f)) return;
    const int u = std::min(steps - 1, static_cast<int>((x - column) * steps));
    const int v = std::min(steps - 1, static_cast<int>((y - line) * steps));
    const int left = static_cast<int>(column) - side_ / 2, top = static_cast<int>(line) - side_ / 2;
    const int i0 = std::max(0, -left), i1 = std::min(side_, band.width - left);
    const int j0 = std::max(0, band.first - top), j1 = std::min(side_, band.last - top);
    if (i0 >= i1 || j0 >= j1) return;
    const uint8_t* picture = coverage_.data() + (v * steps + u) * side_ * side_;
    const uint32_t alpha = colour >> 24, redBlue = colour & 0xFF00FF, green = colour & 0x00FF00;
    for (int j = j0; j < j1; ++j) {
        uint32_t* pixel = band.pixels + static_cast<std::ptrdiff_t>(top + j) * band.stride + left;
        const uint8_t* covered = picture + j * side_;
        for (int i = i0; i < i1; ++i) {
            const uint32_t a = (covered[i] * alpha + 128) >> 8, b = 256 - a;
            if (a == 0) continue;
            const uint32_t below = pixel[i];
            pixel[i] = 0xFF000000 | (((redBlue * a + (below & 0xFF00FF) * b) >> 8) & 0xFF00FF) |
                       (((green * a + (below & 0x00FF00) * b) >> 8) & 0x00FF00);
        }
    }
}

}  // namespace horo::views
