#include "views/figure/FigureWriter.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <array>
#include <cmath>

#include "views/figure/FigurePage.h"
#include "views/theme/Fonts.h"

namespace horo::views {

namespace {

constexpr double mmPerPoint = 25.4 / 72;
constexpr double mostPixels = 200e6;

QImage imageOf(const FigurePage& page, double scale) {
    QImage image((page.size() * scale).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    if (image.isNull()) return image;
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    page.paint(painter);
    return image;
}

QByteArray svgOf(const FigurePage& page) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(72);
    generator.setSize(page.size().toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), page.size()));
    generator.setTitle(QStringLiteral("Figure"));
    QPainter painter(&generator);
    painter.fillRect(QRectF(QPointF(0, 0), page.size()), Qt::white);
    page.paint(painter);
    painter.end();
    // The bundled font has a name of its own; readers elsewhere have the font it was made from, or something
    // alike.
    bytes.replace("font-family=\"Horocycle Tabular\"",
                  "font-family=\"Inter, Helvetica, Arial, sans-serif\" font-feature-settings=\"'tnum'\"");
    bytes.replace("font-family=\"Horocycle Mono\"", "font-family=\"JetBrains Mono, monospace\"");
    return bytes;
}

QByteArray pdfOf(const FigurePage& page) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(page.size(), QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setResolution(1200);
    writer.setCreator(QStringLiteral("Horocycle"));
    QPainter painter(&writer);
    painter.scale(1200 / 72.0, 1200 / 72.0);
    page.paint(painter);
    painter.end();
    return bytes;
}

QByteArray pngOf(const FigurePage& page, double dpi) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImage image = imageOf(page, dpi / 72);
    const int dotsPerMetre = static_cast<int>(std::lround(dpi / 0.0254));
    image.setDotsPerMeterX(dotsPerMetre), image.setDotsPerMeterY(dotsPerMetre);
    if (!image.save(&buffer, "PNG")) bytes.clear();
    return bytes;
}

Result<void> checkSizes(const FigureOptions& options) {
    const auto outside = [](double value, double least, double most) {
        return !(value >= least && value <= most);
    };
    if (outside(options.width, 10, 2000) || (options.height != 0 && outside(options.height, 10, 2000)))
        return usageError("the size of a figure must lie between 10 and 2,000 mm",
                          "choose another width or height");
    if (outside(options.dpi, 36, 2400))
        return usageError("the resolution must lie between 36 and 2,400 dpi", "300 dpi suit most journals");
    if (outside(options.fontSize, 3, 72))
        return usageError("the size of text must lie between 3 and 72 points", "7 points suit most journals");
    return {};
}

}  // namespace

std::span<const FigurePreset> figurePresets() {
    static constexpr std::array<FigurePreset, 3> presets{
        {{"One column", 85, 0}, {"Two columns", 174, 0}, {"Slide, 16:9", 254, 142.9}}};
    return presets;
}

Result<FigureFormat> figureFormatOf(const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("svg")) return FigureFormat::Svg;
    if (ending == QLatin1String("pdf")) return FigureFormat::Pdf;
    if (ending == QLatin1String("png")) return FigureFormat::Png;
    return usageError("figures are written as .svg, .pdf or .png, not as ." + ending.toStdString(),
                      "choose one of these endings");
}

Result<void> writeFigure(const std::vector<Figure>& panels, const FigureOptions& options,
                         const QString& path) {
    if (panels.empty()) return usageError("there is no panel to write", "open a view first");
    if (auto sizes = checkSizes(options); !sizes) return sizes;
    loadFonts();
    const FigurePage page(panels, options);
    if (options.format == FigureFormat::Png) {
        const double scale = options.dpi / 72;
        if (page.size().width() * scale * page.size().height() * scale > mostPixels)
            return usageError("a picture of more than 200 million pixels",
                              "lower the resolution or the size");
    }
    QByteArray bytes;
    switch (options.format) {
        case FigureFormat::Svg:
            bytes = svgOf(page);
            break;
        case FigureFormat::Pdf:
            bytes = pdfOf(page);
            break;
        case FigureFormat::Png:
            bytes = pngOf(page, options.dpi);
            break;
    }
    if (bytes.isEmpty()) return programError("the figure could not be drawn");
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return inputError("the file cannot be written: " + file.errorString().toStdString(),
                          "choose another folder", path.toStdString());
    return {};
}

QImage figurePreview(const std::vector<Figure>& panels, const FigureOptions& options, QSize pixels) {
    if (panels.empty() || !checkSizes(options)) return {};
    loadFonts();
    const FigurePage page(panels, options);
    const double scale =
        std::min(pixels.width() / page.size().width(), pixels.height() / page.size().height());
    return imageOf(page, scale);
}

}  // namespace horo::views
