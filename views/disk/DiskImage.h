// The scene of a disk as pixels: painted by QPainter while it is small, drawn by VTK when it is large.
#pragma once

#include <QImage>
#include <memory>

#include "views/disk/DiskInk.h"
#include "views/disk/DiskScene.h"

namespace horo::views {

class DiskCloud;

class DiskImage {
public:
    /// Up to so many marks QPainter is as fast and draws finer edges.
    static constexpr size_t paintedLimit = 5000;

    DiskImage();
    ~DiskImage();

    /// Ground, rings (displayed radii), lines and marks.
    const QImage& draw(const DiskScene& scene, const DiskFrame& frame, const DiskInk& ink,
                       std::span<const double> rings, double pixelRatio);
    const QImage& image() const { return image_; }
    /// Whether the last picture came from VTK.
    bool byVtk() const { return byVtk_; }

private:
    QImage image_;
    std::unique_ptr<DiskCloud> cloud_;
    bool byVtk_ = false, noGl_ = false;
};

}  // namespace horo::views
