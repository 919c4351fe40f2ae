#include "views/disk/DiskMesh.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "views/disk/DiskArc.h"

namespace horo::views {

void DiskMesh::clear() {
    positions.clear(), shapes.clear(), colours.clear(), triangles.clear();
}

void DiskMesh::reserve(size_t vertices) {
    positions.reserve(vertices * 3), shapes.reserve(vertices * 4), colours.reserve(vertices * 4);
    triangles.reserve(vertices * 2);
}

void DiskMesh::vertex(double x, double y, float u, float v, float size, float kind, uint32_t colour) {
    positions.insert(positions.end(), {static_cast<float>(x), static_cast<float>(y), 0.0f});
    shapes.insert(shapes.end(), {u, v, size, kind});
    const auto byte = [&](int shift) { return static_cast<uint8_t>(colour >> shift); };
    colours.insert(colours.end(), {byte(16), byte(8), byte(0), byte(24)});
}

void DiskMesh::quad(int32_t first) {
    triangles.insert(triangles.end(), {first, first + 1, first + 2, first + 2, first + 1, first + 3});
}

void DiskMesh::addRing(double x, double y, double radius, uint32_t colour, float width) {
    const int pieces = 180;
    const float half = width / 2, reach = half + 0.75f;
    for (int i = 0; i <= pieces; ++i) {
        const double c = std::cos(2 * M_PI * i / pieces), s = std::sin(2 * M_PI * i / pieces);
        const auto first = static_cast<int32_t>(vertices());
        vertex(x + (radius + reach) * c, y + (radius + reach) * s, reach, 0, half, 0, colour);
        vertex(x + (radius - reach) * c, y + (radius - reach) * s, -reach, 0, half, 0, colour);
        if (i > 0) quad(first - 2);
    }
}

void DiskMesh::addDisplayedRing(double r, const DiskFrame& frame, double ratio, uint32_t colour) {
    // In every model the image of a circle about the middle is a circle: its top and bottom tell which.
    const Complex top = ratio * frame.pixel(Complex(0, r)), bottom = ratio * frame.pixel(Complex(0, -r));
    const Complex middle = (top + bottom) / 2.0;
    addRing(middle.real(), middle.imag(), std::abs(top - bottom) / 2, colour, static_cast<float>(ratio));
}

void DiskMesh::addLine(const DiskLine& line, const DiskFrame& frame, double ratio) {
    const DiskArc arc({line.from.x, line.from.y}, {line.to.x, line.to.y});
    const int pieces = frame.model == DiskModel::Klein       ? 1
                       : frame.model == DiskModel::HalfPlane ? arc.pieces(0.03 / (frame.radius * ratio))
                                                             : arc.pieces(0.3 / (frame.radius * ratio));
    std::array<Complex, 65> pixels;
    for (int i = 0; i <= pieces; ++i)
        pixels[i] = ratio * frame.pixel(arc.at(static_cast<double>(i) / pieces));
    addPolyline({pixels.data(), static_cast<size_t>(pieces) + 1}, static_cast<float>(line.width * ratio),
                line.colour);
}

void DiskMesh::addPolyline(std::span<const Complex> pixels, float width, uint32_t colour) {
    const float half = width / 2, reach = half + 0.75f;
    const size_t last = pixels.size() - 1;
    for (size_t i = 0; i <= last; ++i) {
        Complex across = (pixels[std::min(i + 1, last)] - pixels[i > 0 ? i - 1 : 0]) * Complex(0, -1);
        across /= std::max(std::abs(across), 1e-12);
        const Complex here = pixels[i], reached = static_cast<double>(reach) * across;
        const auto first = static_cast<int32_t>(vertices());
        vertex(here.real() + reached.real(), here.imag() + reached.imag(), reach, 0, half, 0, colour);
        vertex(here.real() - reached.real(), here.imag() - reached.imag(), -reach, 0, half, 0, colour);
        if (i > 0) quad(first - 2);
    }
}

void DiskMesh::addMark(const DiskMark& mark, const DiskFrame& frame, double ratio) {
    addDisk({ratio * frame.pixelX(mark.at), ratio * frame.pixelY(mark.at)},
            static_cast<float>(mark.radius * ratio), mark.selected, ratio, mark.colour);
}

void DiskMesh::addDisk(Complex pixel, float radius, bool outlined, double ratio, uint32_t colour) {
    const float reach = radius + (outlined ? static_cast<float>(ratio) : 0.0f) + 0.75f;
    const auto first = static_cast<int32_t>(vertices());
    for (const float v : {-reach, reach})
        for (const float u : {-reach, reach})
            vertex(pixel.real() + u, pixel.imag() + v, u, v, radius, outlined ? 2 : 1, colour);
    quad(first);
}

void DiskMesh::build(const DiskScene& scene, const DiskFrame& frame, double pixelRatio,
                     std::span<const double> rings, uint32_t ringColour, uint32_t rimColour) {
    clear();
    const size_t guess = scene.marks.size() * 4 + scene.lines.size() * 8 + 512;
    reserve(guess);
    const auto width = static_cast<float>(pixelRatio);
    for (const double r : rings)
        addDisplayedRing(r, frame, pixelRatio, ringColour);
    if (frame.model == DiskModel::HalfPlane) {
        const double edge = (frame.y - frame.radius * halfPlaneEdge) * pixelRatio;
        for (const double side : {0.0, 1.0})
            for (const float across : {width, -width})
                vertex(side * frame.width * pixelRatio, edge + across, across, 0, width / 2, 0, rimColour);
        quad(0 + static_cast<int32_t>(vertices()) - 4);
    } else {
        addRing(frame.x * pixelRatio, frame.y * pixelRatio, frame.radius * pixelRatio, rimColour, width);
    }
    const double margin = 8;
    const auto off = [&](double a, double limit, double reach) { return a < -reach || a > limit + reach; };
    for (const DiskLine& line : scene.lines) {
        const double x1 = frame.pixelX(line.from), x2 = frame.pixelX(line.to);
        const double y1 = frame.pixelY(line.from), y2 = frame.pixelY(line.to);
        const double bulge = std::hypot(x2 - x1, y2 - y1);
        if (off((x1 + x2) / 2, frame.width, bulge) || off((y1 + y2) / 2, frame.height, bulge)) continue;
        addLine(line, frame, pixelRatio);
    }
    for (const DiskMark& mark : scene.marks)
        if (!off(frame.pixelX(mark.at), frame.width, margin) &&
            !off(frame.pixelY(mark.at), frame.height, margin))
            addMark(mark, frame, pixelRatio);
}

}  // namespace horo::views
