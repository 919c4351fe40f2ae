// The scene of a space as pixels: painted by QPainter while it is small, drawn by VTK when it is large.
#pragma once

#include <QImage>
#include <memory>

#include "views/disk/DiskInk.h"
#include "views/disk/DiskMesh.h"
#include "views/space/SpaceScene.h"

namespace horo::views {

class DiskCloud;

class SpaceImage {
public:
    /// Up to so many rows QPainter is as fast and draws finer edges.
    static constexpr size_t paintedLimit = 5000;

    SpaceImage();
    ~SpaceImage();

    const QImage& draw(const SpaceScene& scene, const DiskInk& ink, double pixelRatio);
    const QImage& image() const { return image_; }
    /// Whether the last picture came from VTK.
    bool byVtk() const { return byVtk_; }

private:
    QImage image_;
    std::unique_ptr<DiskCloud> cloud_;
    DiskMesh triangles_;
    bool byVtk_ = false, noGl_ = false;
};

/// The triangles of a scene in pixels of the screen, what is nearer later.
void buildSpaceTriangles(const SpaceScene& scene, double pixelRatio, DiskMesh& triangles);

}  // namespace horo::views
