// Figures as files: SVG and PDF with live text, PNG at a chosen size.
#pragma once

#include <QImage>
#include <QRgb>
#include <QString>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "views/view/Figure.h"

namespace horo::views {

enum class FigureFormat { Svg, Pdf, Png };

struct FigureOptions {
    FigureFormat format = FigureFormat::Pdf;
    double width = 174;   ///< mm
    double height = 0;    ///< mm; 0 = what the content needs
    double dpi = 300;     ///< of PNG, and of raster layers in the other formats
    double fontSize = 7;  ///< points, of labels and legend; the caption's too
    bool legend = true;
    bool caption = true;
};

/// Widths a person chooses from, in mm.
struct FigurePreset {
    const char* name;
    double width, height;  ///< height 0 = what the content needs
};
std::span<const FigurePreset> figurePresets();

/// The format that a file name asks for by its ending. Error: an ending that none has.
Result<FigureFormat> figureFormatOf(const QString& path);

/// Writes one or several panels (lettered when several) on one page, white ground, dark text. The file
/// appears under its name only when it is whole. Error: the folder cannot be written, or a size is absurd.
Result<void> writeFigure(const std::vector<Figure>& panels, const FigureOptions& options,
                         const QString& path);

/// The page as it will be written, scaled to fit into `pixels`.
QImage figurePreview(const std::vector<Figure>& panels, const FigureOptions& options, QSize pixels);

}  // namespace horo::views
