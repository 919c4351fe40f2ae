#include "views/disk/DiskImage.h"

#include <QPainter>

#include "views/disk/DiskCloud.h"
#include "views/disk/DiskPainter.h"

namespace horo::views {

DiskImage::DiskImage() = default;
DiskImage::~DiskImage() = default;

const QImage& DiskImage::draw(const DiskScene& scene, const DiskFrame& frame, const DiskInk& ink,
                              std::span<const double> rings, double pixelRatio) {
    const QSize size = (QSizeF(frame.width, frame.height) * pixelRatio).toSize().expandedTo({1, 1});
    if (image_.size() != size) image_ = QImage(size, QImage::Format_RGB32);
    image_.setDevicePixelRatio(pixelRatio);
    byVtk_ = scene.total > paintedLimit && !noGl_;
    if (byVtk_ && !cloud_) {
        cloud_ = DiskCloud::create();
        noGl_ = !cloud_;
        byVtk_ = cloud_ != nullptr;
    }
    if (byVtk_) {
        cloud_->draw(scene, frame, ink, rings, pixelRatio, image_);
    } else {
        image_.fill(ink.canvas);
        QPainter painter(&image_);
        painter.setRenderHint(QPainter::Antialiasing);
        const DiskPainter disk(frame, ink);
        disk.ground(painter, rings);
        disk.lines(painter, scene.lines);
        disk.marks(painter, scene.marks);
    }
    if (scene.focus != DiskSubject::none && !scene.marks.empty()) {
        QPainter painter(&image_);
        painter.setRenderHint(QPainter::Antialiasing);
        for (auto mark = scene.marks.rbegin(); mark != scene.marks.rend() && mark->selected; ++mark)
            if (mark->row == scene.focus) DiskPainter(frame, ink).focusRing(painter, mark->at, mark->radius);
    }
    return image_;
}

}  // namespace horo::views
