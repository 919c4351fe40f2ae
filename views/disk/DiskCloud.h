// A large disk drawn by VTK: every edge and mark is a few triangles whose shader knows the distance to the
// shape, so that edges are as smooth as a painter's without multisampling.
#pragma once

#include <vtkNew.h>
#include <vtkSmartPointer.h>

#include <QImage>
#include <memory>
#include <span>

#include "views/disk/DiskInk.h"
#include "views/disk/DiskScene.h"

class vtkActor;
class vtkOpenGLPolyDataMapper;
class vtkRenderer;

namespace horo::views {

class VtkSurface;
struct DiskMesh;

class DiskCloud {
public:
    /// Null where there is no OpenGL.
    static std::unique_ptr<DiskCloud> create();
    ~DiskCloud();

    /// Into `image`, whose size is the frame's times `pixelRatio`.
    void draw(const DiskScene& scene, const DiskFrame& frame, const DiskInk& ink,
              std::span<const double> rings, double pixelRatio, QImage& image);
    /// The triangles of a picture that somebody else made; its arrays are only read.
    void draw(DiskMesh& mesh, const DiskInk& ink, double pixelRatio, QImage& image);

private:
    explicit DiskCloud(std::unique_ptr<VtkSurface> surface);

    std::unique_ptr<VtkSurface> surface_;
    vtkNew<vtkRenderer> renderer_;
    vtkSmartPointer<vtkOpenGLPolyDataMapper> mapper_;
    vtkNew<vtkActor> actor_;
};

}  // namespace horo::views
