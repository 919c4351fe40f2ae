// A picture for a paper: painted by QPainter alone, so that it needs neither a window nor GL.
#pragma once

#include <QSizeF>
#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

class QPainter;

namespace horo::views {

/// One line of a legend.
struct LegendEntry {
    QString name;
    std::vector<QRgb> colours;  ///< one, or a ramp from shallow to deep
    QString count;
};

/// What a view gives for export. `paint` draws into `size` points (1/72 inch), origin top left; it must clip
/// its geometry itself, since QSvgGenerator drops clips.
struct Figure {
    QSizeF preferredSize{360, 360};
    std::function<void(QPainter&, QSizeF size)> paint;
    QString legendTitle, legendNote;
    std::vector<LegendEntry> legend;
    QString caption;     ///< what is seen, drawn / total in words; *emphasis* between stars
    QString provenance;  ///< data with checksum, method and parameters, version
};

}  // namespace horo::views
