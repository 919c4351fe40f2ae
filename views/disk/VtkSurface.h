// An OpenGL context of our own without a window, in which VTK draws into an image.
#pragma once

#include <vtkNew.h>
#include <vtkSmartPointer.h>

#include <QImage>
#include <memory>

class QOffscreenSurface;
class QOpenGLContext;
class vtkGenericOpenGLRenderWindow;
class vtkRenderer;

namespace horo::views {

/// A view that draws through it stays an ordinary widget: it can be docked, floated and tabbed without losing
/// a context, and its window is not composed by GL. The price is one read of the pixels a frame.
class VtkSurface {
public:
    /// Null where there is no OpenGL (platform `offscreen`, no driver).
    static std::unique_ptr<VtkSurface> create();
    ~VtkSurface();

    void add(vtkRenderer* renderer);
    /// Renders and reads into `image`, which decides the size. Row 0 of the image is row 0 of GL: the scene's
    /// y grows downwards.
    void render(QImage& image);

private:
    VtkSurface();

    std::unique_ptr<QOffscreenSurface> surface_;
    std::unique_ptr<QOpenGLContext> context_;
    vtkSmartPointer<vtkGenericOpenGLRenderWindow> window_;
};

}  // namespace horo::views
