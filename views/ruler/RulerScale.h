// Which part of a sequence a ruler shows.
#pragma once

#include <cstdint>
#include <vector>

namespace horo::views {

/// Positions (bytes) along a line of pixels. Always inside the sequence: never beyond its ends, never closer
/// than 14 pixels a byte, never farther than all of it.
class RulerScale {
public:
    RulerScale() = default;
    /// All of `length` bytes in `width` pixels.
    RulerScale(uint64_t length, double width);

    uint64_t length() const { return length_; }
    double width() const { return width_; }
    double first() const { return first_; }  ///< the byte at the left edge, a fraction of it included
    double bytesPerPixel() const { return bytesPerPixel_; }
    bool isWhole() const { return bytesPerPixel_ >= widest(); }
    /// Whether a character has room for itself.
    bool showsCharacters() const { return bytesPerPixel_ <= 1 / leastCell; }

    double pixel(double byte) const { return (byte - first_) / bytesPerPixel_; }
    double byte(double pixel) const { return first_ + pixel * bytesPerPixel_; }
    /// The bytes in sight, the end exclusive.
    uint64_t begin() const;
    uint64_t end() const;

    RulerScale showing(double first, double bytesPerPixel) const;
    /// The byte under the pixel stays there; `factor` above 1 shows less of the sequence, larger.
    RulerScale zoomed(double pixel, double factor) const;
    RulerScale moved(double pixels) const;
    /// The bytes in the middle, as large as before or as they need to be seen whole.
    RulerScale around(uint64_t begin, uint64_t end) const;
    RulerScale resized(double width) const;

    /// Round positions at least so many pixels apart.
    std::vector<uint64_t> ticks(double pixelsApart) const;

private:
    static constexpr double leastCell = 6.2, largestCell = 14;  // pixels a byte
    double widest() const;

    uint64_t length_ = 0;
    double width_ = 1, first_ = 0, bytesPerPixel_ = 1;
};

}  // namespace horo::views
