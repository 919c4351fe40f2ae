#include "views/space/SpaceImage.h"

#include <QPainter>

#include "views/disk/DiskCloud.h"
#include "views/space/SpacePainter.h"

namespace horo::views {

SpaceImage::SpaceImage() = default;
SpaceImage::~SpaceImage() = default;

void buildSpaceTriangles(const SpaceScene& scene, double pixelRatio, DiskMesh& triangles) {
    triangles.clear();
    triangles.reserve(scene.marks.size() * 4 + scene.pixels.size() * 2);
    std::vector<Complex> pixels;
    const auto addLine = [&](const SpaceLine& line) {
        pixels.clear();
        for (uint32_t i = line.first; i < line.first + line.count; ++i)
            pixels.push_back(pixelRatio * scene.pixels[i]);
        triangles.addPolyline(pixels, static_cast<float>(line.width * pixelRatio), line.colour);
    };
    for (const SpaceLine& line : scene.mesh)
        addLine(line);
    scene.inOrder(addLine, [&](const SpaceMark& mark) {
        triangles.addDisk({pixelRatio * mark.x, pixelRatio * mark.y},
                          static_cast<float>(mark.radius * pixelRatio), mark.selected, pixelRatio,
                          mark.colour);
    });
}

const QImage& SpaceImage::draw(const SpaceScene& scene, const DiskInk& ink, double pixelRatio) {
    const QSize size = (QSizeF(scene.width, scene.height) * pixelRatio).toSize().expandedTo({1, 1});
    if (image_.size() != size) image_ = QImage(size, QImage::Format_RGB32);
    image_.setDevicePixelRatio(pixelRatio);
    byVtk_ = scene.total > paintedLimit && !noGl_;
    if (byVtk_ && !cloud_) {
        cloud_ = DiskCloud::create();
        noGl_ = !cloud_;
        byVtk_ = cloud_ != nullptr;
    }
    if (byVtk_) {
        buildSpaceTriangles(scene, pixelRatio, triangles_);
        cloud_->draw(triangles_, ink, pixelRatio, image_);
    } else {
        image_.fill(ink.canvas);
    }
    QPainter painter(&image_);
    painter.setRenderHint(QPainter::Antialiasing);
    if (byVtk_)
        paintSpaceFocus(painter, scene, ink);
    else
        paintSpace(painter, scene, ink);
    return image_;
}

}  // namespace horo::views
