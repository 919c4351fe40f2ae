#include "views/disk/VtkSurface.h"

#include <vtkCallbackCommand.h>
#include <vtkCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkRenderer.h>

#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLExtraFunctions>

namespace horo::views {

VtkSurface::VtkSurface() = default;

std::unique_ptr<VtkSurface> VtkSurface::create() {
    // The offscreen platform would only warn that it has no OpenGL.
    if (QGuiApplication::platformName() == QLatin1String("offscreen")) return nullptr;
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    auto self = std::unique_ptr<VtkSurface>(new VtkSurface);
    self->context_ = std::make_unique<QOpenGLContext>();
    self->context_->setFormat(format);
    if (!self->context_->create()) return nullptr;
    self->surface_ = std::make_unique<QOffscreenSurface>();
    self->surface_->setFormat(self->context_->format());
    self->surface_->create();
    if (!self->surface_->isValid() || !self->context_->makeCurrent(self->surface_.get())) return nullptr;

    self->window_ = vtkSmartPointer<vtkGenericOpenGLRenderWindow>::New();
    vtkGenericOpenGLRenderWindow& window = *self->window_;
    window.SetOwnContext(0);
    window.SetMapped(1);
    window.SetIsCurrent(true);
    window.SetIsDirect(1);
    window.SetSupportsOpenGL(1);
    window.SetReadyForRendering(true);
    window.SetMultiSamples(0);
    window.SetFrameBlitModeToNoBlit();
    window.OpenGLInit();
    return self;
}

VtkSurface::~VtkSurface() {
    if (!window_) return;
    context_->makeCurrent(surface_.get());
    window_->Finalize();
    window_ = nullptr;
    context_->doneCurrent();
}

void VtkSurface::add(vtkRenderer* renderer) {
    window_->AddRenderer(renderer);
}

void VtkSurface::render(QImage& image) {
    context_->makeCurrent(surface_.get());
    window_->SetSize(image.width(), image.height());
    window_->Render();
    window_->GetRenderFramebuffer()->Bind(GL_READ_FRAMEBUFFER);
    QOpenGLExtraFunctions* gl = context_->extraFunctions();
    gl->glReadBuffer(GL_COLOR_ATTACHMENT0);
    gl->glPixelStorei(GL_PACK_ALIGNMENT, 4);
    gl->glReadPixels(0, 0, image.width(), image.height(), GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, image.bits());
    context_->doneCurrent();
}

}  // namespace horo::views
