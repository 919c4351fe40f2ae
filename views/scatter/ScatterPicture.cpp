#include "views/scatter/ScatterPicture.h"

#include <array>
#include <atomic>
#include <cmath>

#include "core/base/parallel.h"
#include "views/disk/DiskScene.h"

namespace horo::views {

namespace {

constexpr double movingWork = 4e6;  // pixels laid over one another that a frame in motion may take
constexpr size_t bandLines = 48;
constexpr float outline = 1.2f;
constexpr int sizes = 256;

uint32_t withAlpha(uint32_t colour, uint32_t alpha) {
    return (colour & 0xFFFFFF) | alpha << 24;
}

struct Pass {
    const ScatterSubject& subject;
    const ScatterFrame& frame;
    double pixelRatio;
    uint32_t placesBelow;  ///< unselected rows at later places of the order are left out
    uint32_t alpha;        ///< of unselected marks, 0 to 255
    uint32_t outlineColour;
    std::array<const PointSprite*, sizes> marks{}, outlines{};

    float widest = 0;  ///< radius of the largest mark with its outline, in pixels of the image

    /// Calls paint(x, y, point) for the points that touch the band, in pixels of the image.
    template <class Paint>
    void each(const PixelBand& band, Paint&& paint) const {
        const double margin = widest / pixelRatio + 1;
        PlaneBox box = frame.box(margin);
        box.top = static_cast<float>(frame.place({0, band.first / pixelRatio - margin}).y());
        box.bottom = static_cast<float>(frame.place({0, band.last / pixelRatio + margin}).y());
        const double scale = frame.scale * pixelRatio;
        const double left = frame.width * pixelRatio / 2 - frame.x * scale;
        const double top = frame.height * pixelRatio / 2 + frame.y * scale;
        subject.grid.eachRunIn(box, [&](size_t begin, size_t end) {
            for (size_t i = begin; i < end; ++i) {
                const PointGrid::Point& point = subject.grid.at(i);
                paint(static_cast<float>(left + point.x * scale), static_cast<float>(top - point.y * scale),
                      subject.marks[i]);
            }
        });
    }

    /// Returns how many points have their middle in the band.
    size_t operator()(const PixelBand& band) const {
        size_t painted = 0;
        const auto inside = [&](float x, float y) {
            return x >= 0 && x < static_cast<float>(band.width) && y >= static_cast<float>(band.first) &&
                   y < static_cast<float>(band.last);
        };
        each(band, [&](float x, float y, const ScatterSubject::Mark& mark) {
            if (mark.place >= placesBelow || mark.selected) return;
            marks[mark.radius]->paint(band, x, y, withAlpha(mark.colour, alpha));
            painted += inside(x, y);
        });
        if (!subject.rows.anySelected()) return painted;
        // All outlines first: among many selected marks they are one line around them, not a cover over them.
        each(band, [&](float x, float y, const ScatterSubject::Mark& mark) {
            if (mark.selected) outlines[mark.radius]->paint(band, x, y, outlineColour);
        });
        each(band, [&](float x, float y, const ScatterSubject::Mark& mark) {
            if (!mark.selected) return;
            marks[mark.radius]->paint(band, x, y, withAlpha(mark.colour, 255));
            painted += inside(x, y);
        });
        return painted;
    }
};

}  // namespace

const PointSprite& ScatterPicture::sprite(float radius) {
    const int quarters = static_cast<int>(std::lround(4 * radius));
    return sprites_.try_emplace(quarters, static_cast<float>(quarters) / 4).first->second;
}

size_t ScatterPicture::paint(QImage& image, const ScatterSubject& subject, const ScatterFrame& frame,
                             const DiskInk& ink, double pixelRatio, ScatterDetail detail) {
    const size_t n = subject.size();
    if (subject.grid.size() == 0 || subject.marks.size() != subject.grid.size()) return 0;
    std::array<size_t, sizes> count{};
    subject.grid.eachRunIn(frame.box(), [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            ++count[subject.marks[i].radius];
    });
    Pass pass{subject,
              frame,
              pixelRatio,
              static_cast<uint32_t>(n),
              static_cast<uint32_t>(255 * (n > 5000 ? diskMarkAlpha(n) : 0.95) *
                                    (subject.rows.anySelected() ? 0.8 : 1.0)),
              withAlpha(ink.ink.rgba(), 255)};
    double work = 0;
    for (size_t quarters = 0; quarters < sizes; ++quarters) {
        if (count[quarters] == 0) continue;
        const auto radius = static_cast<float>(static_cast<double>(quarters) / 4 * pixelRatio);
        const auto line = static_cast<float>(outline * pixelRatio);
        pass.marks[quarters] = &sprite(radius), pass.outlines[quarters] = &sprite(radius + line);
        pass.widest = std::max(pass.widest, radius + line);
        work += static_cast<double>(count[quarters]) * pass.marks[quarters]->area();
    }
    if (detail == ScatterDetail::Moving && work > movingWork)
        pass.placesBelow = static_cast<uint32_t>(static_cast<double>(n) * movingWork / work);

    auto* pixels = reinterpret_cast<uint32_t*>(image.bits());
    const int stride = static_cast<int>(image.bytesPerLine() / 4);
    const auto lines = static_cast<size_t>(image.height());
    std::atomic<size_t> painted = 0;
    parallelFor(lines, bandLines, 0, [&](size_t first, size_t last) {
        painted += pass({pixels, stride, image.width(), static_cast<int>(first), static_cast<int>(last)});
    });
    return painted;
}

}  // namespace horo::views
