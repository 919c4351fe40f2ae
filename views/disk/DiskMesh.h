// The triangles of a large disk, as plain arrays.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "views/disk/DiskScene.h"

namespace horo::views {

/// Positions are pixels of the picture, y downwards. `shape` of a vertex: where it lies in its shape (two
/// numbers, pixels), the shape's half width or radius, and its kind: 0 line, 1 mark, 2 outlined mark.
struct DiskMesh {
    std::vector<float> positions;  ///< 3 a vertex
    std::vector<float> shapes;     ///< 4 a vertex
    std::vector<uint8_t> colours;  ///< RGBA a vertex
    std::vector<int32_t> triangles;

    size_t vertices() const { return positions.size() / 3; }
    void clear();
    void reserve(size_t vertices);
    /// A line through pixels, two or more of them.
    void addPolyline(std::span<const Complex> pixels, float width, uint32_t colour);
    /// A disk about a pixel; an outlined one is a pixel of the screen (`ratio`) larger.
    void addDisk(Complex pixel, float radius, bool outlined, double ratio, uint32_t colour);
    /// Lines and marks in the order of the scene, and rings below them.
    void build(const DiskScene& scene, const DiskFrame& frame, double pixelRatio,
               std::span<const double> rings, uint32_t ringColour, uint32_t rimColour);

private:
    void vertex(double x, double y, float u, float v, float size, float kind, uint32_t colour);
    void quad(int32_t first);
    void addRing(double x, double y, double radius, uint32_t colour, float width);
    void addDisplayedRing(double r, const DiskFrame& frame, double ratio, uint32_t colour);
    void addLine(const DiskLine& line, const DiskFrame& frame, double ratio);
    void addMark(const DiskMark& mark, const DiskFrame& frame, double ratio);
};

}  // namespace horo::views
