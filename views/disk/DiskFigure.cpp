#include "views/disk/DiskFigure.h"

#include <QFontMetricsF>
#include <QImage>
#include <QObject>
#include <QPainter>
#include <cmath>

#include "views/disk/DiskLabels.h"
#include "views/disk/DiskNotes.h"
#include "views/disk/DiskPainter.h"
#include "views/disk/DiskShapes.h"
#include "views/disk/RowsCanvas.h"
#include "views/kit/NumberText.h"
#include "views/tree/TreeFigure.h"

namespace horo::views {

namespace {

constexpr double textPoints = 7, scaleHeight = 34;
constexpr size_t rasterAbove = 20000;
constexpr double rasterDpi = 300;
/// Marks and lines are chosen for a screen of about this many pixels across and scaled to the paper.
constexpr double screenSide = 640;

class Page {
public:
    Page(const DiskFigureInput& input) : input_(input), ink_(DiskInk::ofPaper(textPoints)) {}

    void paint(QPainter& painter, QSizeF size) {
        const double disk = std::min(size.width(), size.height() - scaleHeight);
        DiskSettings settings = input_.settings;
        DiskFrame frame{size.width(),  size.height() - scaleHeight, 0, 0, (disk / 2 - 2) * settings.zoom,
                        settings.model};
        frame.x = frame.width / 2 + settings.panX * disk / 2,
        frame.y = frame.height / 2 + settings.panY * disk / 2;
        const DiskProjection projection(settings.centre, settings.scale);
        DiskSceneBuilder builder(input_.subject);
        const DiskScene& scene = builder.build(projection, frame, DiskDetail::Full,
                                               {settings.edges, settings.extraParents, ink_.edge.rgba()});
        unit_ = std::clamp(disk / screenSide, 0.4, 1.0);
        DiskScene scaled = scene;
        for (DiskMark& mark : scaled.marks)
            mark.radius *= static_cast<float>(unit_);
        for (DiskLine& line : scaled.lines)
            line.width *= static_cast<float>(unit_);
        paintScene(painter, scaled, frame, projection);
        paintTools(painter, builder, frame, projection);
        paintLabels(painter, builder, scaled, frame);
        paintScale(painter, frame, projection);
    }

private:
    /// What lies outside the picture is left out, not clipped: QSvgGenerator drops clips.
    static void cut(DiskScene& scene, const DiskFrame& frame) {
        const auto inside = [&](Spot at) {
            const double x = frame.pixelX(at), y = frame.pixelY(at);
            return x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
        };
        std::erase_if(scene.marks, [&](const DiskMark& mark) { return !inside(mark.at); });
        std::erase_if(scene.lines,
                      [&](const DiskLine& line) { return !inside(line.from) && !inside(line.to); });
    }

    void paintScene(QPainter& painter, DiskScene& scene, const DiskFrame& frame,
                    const DiskProjection& projection) {
        cut(scene, frame);
        const DiskPainter disk(frame, ink_, unit_);
        DiskNotes notes;
        notes.curvature = input_.axes.curvature;
        const auto rings = input_.settings.rings ? notes.rings(projection) : std::vector<double>{};
        if (scene.marks.size() + scene.lines.size() <= rasterAbove) {
            disk.ground(painter, rings);
            disk.lines(painter, scene.lines);
            disk.marks(painter, scene.marks);
        } else {
            const double ratio = rasterDpi / 72;
            QImage layer((QSizeF(frame.width, frame.height) * ratio).toSize(),
                         QImage::Format_ARGB32_Premultiplied);
            layer.fill(Qt::transparent);
            QPainter inner(&layer);
            inner.setRenderHint(QPainter::Antialiasing);
            inner.scale(ratio, ratio);
            disk.lines(inner, scene.lines);
            disk.marks(inner, scene.marks);
            inner.end();
            disk.ground(painter, rings);
            painter.drawImage(QRectF(0, 0, frame.width, frame.height), layer);
        }
        for (const DiskMark& mark : scene.marks)
            if (mark.selected && mark.row == scene.focus) disk.focusRing(painter, mark.at, mark.radius);
    }

    void paintTools(QPainter& painter, DiskSceneBuilder& builder, const DiskFrame& frame,
                    const DiskProjection& projection) {
        const DiskSettings& settings = input_.settings;
        const uint32_t focus = input_.subject.focusRow();
        if (focus == DiskSubject::none) return;
        const DiskPainter disk(frame, ink_, unit_);
        const auto place = [&](uint32_t row) {
            builder.freshen(projection, {row});
            return Complex(builder.spot(row).x, builder.spot(row).y);
        };
        if (input_.cones) {
            const auto cone = displayedCone(projection, input_.subject.points, focus, *input_.cones);
            if (!cone.empty()) disk.shape(painter, cone);
        }
        if (settings.horocycle) disk.horocycle(painter, place(focus));
        const auto from = input_.subject.items().rowOf(std::string_view(settings.rulerFrom));
        if (settings.circle && from && *from != focus && input_.distance && input_.axes.curvature < 0) {
            const double radius = input_.distance(static_cast<uint32_t>(*from), focus);
            disk.circle(painter,
                        displayedCircle(projection, input_.subject.points, focus,
                                        radius * std::sqrt(-input_.axes.curvature)),
                        radius);
        }
        if (settings.ruler && from && *from != focus && input_.distance)
            disk.ruler(painter, place(static_cast<uint32_t>(*from)), place(focus),
                       input_.distance(static_cast<uint32_t>(*from), focus), 1);
    }

    void paintLabels(QPainter& painter, DiskSceneBuilder& builder, const DiskScene& scene,
                     const DiskFrame& frame) {
        if (!input_.settings.labels) return;
        DiskLabelOptions options;
        options.level = input_.settings.level;
        options.lineHeight = ink_.textHeight;
        options.areaPerLabel = 9000 * (textPoints / 11) * (textPoints / 11);
        options.widest = 100;
        measureBy(options, ink_, false);
        const DiskPicker picker(scene, frame);
        const auto labels = placeDiskLabels(input_.subject, scene, frame, picker, options);
        const DiskPainter disk(frame, ink_, unit_);
        disk.leaders(painter, labels, [&](uint32_t row) { return builder.spot(row); });
        for (const DiskLabel& label : labels)
            disk.label(painter, label, QPointF(label.box.left, label.box.top),
                       label.row == input_.subject.focusRow());
    }

    /// Distances from the centre of view along a radius: 0, 2, 4... up to the rim.
    void paintScale(QPainter& painter, const DiskFrame& frame, const DiskProjection& projection) {
        if (input_.axes.curvature >= 0 || input_.settings.zoom != 1) return;
        if (frame.model == DiskModel::HalfPlane) return;  // its distances are no lengths along a line
        const double y = frame.height + 12, root = std::sqrt(-input_.axes.curvature);
        const QFontMetricsF metrics(ink_.corner);
        painter.setFont(ink_.corner);
        painter.setPen(QPen(ink_.text, 0.7));
        painter.drawLine(QPointF(frame.x, y), QPointF(frame.x + frame.radius, y));
        double free = -1e9;
        const auto tick = [&](double r, const QString& text) {
            const double x = frame.pixel(r).real(), width = metrics.horizontalAdvance(text);
            painter.setPen(QPen(ink_.text, 0.7));
            painter.drawLine(QPointF(x, y - 2.5), QPointF(x, y + 2.5));
            if (x - width / 2 < free) return;
            painter.drawText(QPointF(x - width / 2, y + 4 + metrics.ascent()), text);
            free = x + width / 2 + 3;
        };
        for (double rho = 0; rho < 40; rho += 2) {
            const double r = projection.displayedRadius(rho * root);
            if (r > 0.965) break;
            tick(r, countText(static_cast<qint64>(rho)));
        }
        tick(1, QString(QChar(0x221e)));
        const QString title = scaleTitle(metrics, frame.x - 10);
        painter.setPen(ink_.secondary);
        painter.drawText(
            QPointF(frame.x - 8 - metrics.horizontalAdvance(title), y + metrics.ascent() / 2 - 1), title);
    }

    /// As much of the title as there is room for.
    QString scaleTitle(const QFontMetricsF& metrics, double room) const {
        const QString k = QObject::tr("K = %1").arg(plainText(input_.axes.curvature));
        for (const QString& title :
             {QObject::tr("distance from the centre, ") + k, QObject::tr("distance, ") + k, k})
            if (metrics.horizontalAdvance(title) <= room) return title;
        return {};
    }

    const DiskFigureInput& input_;
    DiskInk ink_;
    double unit_ = 1;
};

QString modelName(DiskModel model) {
    return model == DiskModel::Klein       ? QObject::tr("Klein disk")
           : model == DiskModel::HalfPlane ? QObject::tr("half-plane")
                                           : QObject::tr("Poincar\u00e9 disk");
}

QString captionOf(const DiskFigureInput& input) {
    const QString name =
        input.object ? QString::fromStdString(input.object->name) : QObject::tr("The embedding");
    const auto n = static_cast<qint64>(input.subject.size());
    QString text = QObject::tr("%1 in the %5 (%2 / %2 nodes%3); displayed radius is tanh(%4 \u03c1 / 2)")
                       .arg(name, countText(n),
                            input.subject.edgeCount()
                                ? QObject::tr(", %1 tree edges")
                                      .arg(countText(static_cast<qint64>(input.subject.edgeCount())))
                                : QString(),
                            plainText(input.settings.scale), modelName(input.settings.model));
    text += input.settings.edges && input.subject.edgeCount()
                ? QObject::tr(", edges are geodesics of what is displayed.")
                : QStringLiteral(".");
    if (input.laidOut)
        text += QObject::tr(
                    " Radial layout of the hierarchy with edges of length 1 at K = %1; nothing is trained.")
                    .arg(plainText(input.settings.curvature));
    if (!input.axes.name.empty()) text += QObject::tr(" %1.").arg(QString::fromStdString(input.axes.name));
    if (!input.colourName.empty())
        text += QObject::tr(" Coloured by %1.").arg(QString::fromStdString(input.colourName));
    return text;
}

}  // namespace

Figure diskFigure(const DiskFigureInput& input) {
    const auto shared = std::make_shared<DiskFigureInput>(input);
    Figure figure;
    figure.preferredSize = {300, 300 + scaleHeight};
    if (input.hues && input.subject.tree()) {
        figure.legendTitle = QObject::tr("Branch, level %1").arg(input.settings.level);
        figure.legend = branchLegend(*input.subject.hierarchy(), *input.subject.tree(), *input.hues,
                                     input.settings.level, 12, figure.legendNote);
    }
    shared->hues = nullptr, shared->object = nullptr;
    figure.paint = [shared](QPainter& painter, QSizeF size) { Page(*shared).paint(painter, size); };
    figure.caption = captionOf(input);
    return figure;
}

}  // namespace horo::views
