// Discs painted straight into pixels: a million of them in some milliseconds.
#pragma once

#include <cstdint>
#include <vector>

namespace horo::views {

/// Pixels as in QImage::Format_RGB32, `stride` of them a line; only lines first to last - 1 are written, so
/// that threads may share an image by bands.
struct PixelBand {
    uint32_t* pixels = nullptr;
    int stride = 0, width = 0, first = 0, last = 0;
};

/// A disc with smooth edges, at a quarter of a pixel.
class PointSprite {
public:
    /// `radius` in pixels, 0.3 to 64.
    explicit PointSprite(float radius);
    float radius() const { return radius_; }
    /// Pixels that one disc touches.
    int area() const { return side_ * side_; }
    /// Lays a disc of a colour (ARGB) over the pixels, its middle at (x, y).
    void paint(const PixelBand& band, float x, float y, uint32_t colour) const;

private:
    static constexpr int steps = 4;
    float radius_;
    int side_;
    std::vector<uint8_t> coverage_;  ///< steps x steps pictures of side x side, 0 to 255
};

}  // namespace horo::views
