#include "views/disk/DiskCloud.h"

#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkObjectFactory.h>
#include <vtkOpenGLPolyDataMapper.h>
#include <vtkOpenGLRenderWindow.h>
#include <vtkOpenGLState.h>
#include <vtkOpenGLVertexBufferObject.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkShaderProperty.h>
#include <vtkTypeInt32Array.h>
#include <vtkUniforms.h>
#include <vtkUnsignedCharArray.h>

#include <qopengl.h>

#include "views/disk/DiskMesh.h"
#include "views/disk/VtkSurface.h"

namespace horo::views {

namespace {

/// Coverage of the pixel by a line (a box filter, so that thin lines keep their weight) or by a disk.
constexpr const char* coverage = R"(
  float alpha;
  vec3 colour = vertexColorVSOutput.rgb;
  if (shapeVS.w < 0.5) {
    float d = abs(shapeVS.x);
    alpha = clamp(shapeVS.z - d + 0.5, 0.0, 1.0) - clamp(-shapeVS.z - d + 0.5, 0.0, 1.0);
  } else {
    float d = length(shapeVS.xy);
    float rim = shapeVS.w > 1.5 ? outlineWidth * 0.5 : 0.0;
    alpha = clamp(shapeVS.z + rim - d + 0.5, 0.0, 1.0);
    if (shapeVS.w > 1.5) colour = mix(colour, outlineColour, clamp(d - (shapeVS.z - rim) + 0.5, 0.0, 1.0));
  }
  alpha *= vertexColorVSOutput.a;
  if (alpha <= 0.0) discard;
  gl_FragData[0] = vec4(colour, alpha);
)";

/// Draws in the order of its triangles: in one plane a depth test would let the last bits of z decide.
class FlatMapper : public vtkOpenGLPolyDataMapper {
public:
    static FlatMapper* New();
    vtkTypeMacro(FlatMapper, vtkOpenGLPolyDataMapper)

        protected : void RenderPieceDraw(vtkRenderer* renderer, vtkActor* actor) override {
        vtkOpenGLState* state = static_cast<vtkOpenGLRenderWindow*>(renderer->GetRenderWindow())->GetState();
        state->vtkglDisable(GL_DEPTH_TEST);
        Superclass::RenderPieceDraw(renderer, actor);
        state->vtkglEnable(GL_DEPTH_TEST);
    }
};
vtkStandardNewMacro(FlatMapper)

    template <class Array, class Value>
    vtkSmartPointer<Array> wrap(std::vector<Value>& values, int components) {
    auto array = vtkSmartPointer<Array>::New();
    array->SetNumberOfComponents(components);
    array->SetArray(values.data(), static_cast<vtkIdType>(values.size()), 1);
    return array;
}

}  // namespace

std::unique_ptr<DiskCloud> DiskCloud::create() {
    auto surface = VtkSurface::create();
    return surface ? std::unique_ptr<DiskCloud>(new DiskCloud(std::move(surface))) : nullptr;
}

DiskCloud::DiskCloud(std::unique_ptr<VtkSurface> surface)
    : surface_(std::move(surface)), mapper_(vtkSmartPointer<FlatMapper>::New()) {
    mapper_->SetVBOShiftScaleMethod(vtkOpenGLVertexBufferObject::DISABLE_SHIFT_SCALE);
    mapper_->SetScalarModeToUsePointData();
    mapper_->SetColorModeToDirectScalars();
    mapper_->MapDataArrayToVertexAttribute("shape", "shape", vtkDataObject::FIELD_ASSOCIATION_POINTS);
    actor_->SetMapper(mapper_);
    actor_->GetProperty()->LightingOff();
    // Blending is on in either pass; the opaque one keeps the order of the triangles.
    actor_->ForceOpaqueOn();
    vtkShaderProperty* shader = actor_->GetShaderProperty();
    shader->AddVertexShaderReplacement("//VTK::Color::Dec", true,
                                       "//VTK::Color::Dec\nin vec4 shape;\nout vec4 shapeVS;\n", false);
    shader->AddVertexShaderReplacement("//VTK::Color::Impl", true, "//VTK::Color::Impl\nshapeVS = shape;\n",
                                       false);
    shader->AddFragmentShaderReplacement("//VTK::Color::Dec", true, "//VTK::Color::Dec\nin vec4 shapeVS;\n",
                                         false);
    shader->AddFragmentShaderReplacement("//VTK::Light::Impl", true, coverage, false);
    renderer_->AddActor(actor_);
    renderer_->GetActiveCamera()->ParallelProjectionOn();
    surface_->add(renderer_);
}

DiskCloud::~DiskCloud() = default;

void DiskCloud::draw(const DiskScene& scene, const DiskFrame& frame, const DiskInk& ink,
                     std::span<const double> rings, double pixelRatio, QImage& image) {
    DiskMesh mesh;
    mesh.build(scene, frame, pixelRatio, rings, ink.grid.rgba(), ink.rim.rgba());
    draw(mesh, ink, pixelRatio, image);
}

void DiskCloud::draw(DiskMesh& mesh, const DiskInk& ink, double pixelRatio, QImage& image) {
    vtkNew<vtkPolyData> data;
    vtkNew<vtkPoints> points;
    points->SetData(wrap<vtkFloatArray>(mesh.positions, 3));
    data->SetPoints(points);
    auto colours = wrap<vtkUnsignedCharArray>(mesh.colours, 4);
    data->GetPointData()->SetScalars(colours);
    auto shapes = wrap<vtkFloatArray>(mesh.shapes, 4);
    shapes->SetName("shape");
    data->GetPointData()->AddArray(shapes);
    vtkNew<vtkCellArray> cells;
    vtkNew<vtkTypeInt32Array> connectivity, offsets;
    connectivity->SetArray(mesh.triangles.data(), static_cast<vtkIdType>(mesh.triangles.size()), 1);
    offsets->SetNumberOfValues(static_cast<vtkIdType>(mesh.triangles.size() / 3 + 1));
    for (vtkIdType i = 0; i < offsets->GetNumberOfValues(); ++i)
        offsets->SetValue(i, static_cast<int>(3 * i));
    cells->SetData(offsets, connectivity);
    data->SetPolys(cells);
    mapper_->SetInputData(data);

    vtkUniforms* uniforms = actor_->GetShaderProperty()->GetFragmentCustomUniforms();
    float outline[3] = {static_cast<float>(ink.ink.redF()), static_cast<float>(ink.ink.greenF()),
                        static_cast<float>(ink.ink.blueF())};
    uniforms->SetUniform3f("outlineColour", outline);
    uniforms->SetUniformf("outlineWidth", static_cast<float>(1.1 * pixelRatio));

    renderer_->SetBackground(ink.canvas.redF(), ink.canvas.greenF(), ink.canvas.blueF());
    vtkCamera* camera = renderer_->GetActiveCamera();
    camera->SetFocalPoint(image.width() / 2.0, image.height() / 2.0, 0);
    camera->SetPosition(image.width() / 2.0, image.height() / 2.0, 1);
    camera->SetViewUp(0, 1, 0);
    camera->SetParallelScale(image.height() / 2.0);
    camera->SetClippingRange(0.5, 2);
    surface_->render(image);
    // The arrays belong to the mesh, which may end before the next picture.
    mapper_->SetInputData(vtkNew<vtkPolyData>());
}

}  // namespace horo::views
