// A page with panels, legends and captions, laid out in points and painted by any QPainter.
#pragma once

#include <QRectF>
#include <QRgb>
#include <QSizeF>
#include <vector>

#include "views/figure/FigureWriter.h"

class QPainter;

namespace horo::views {

class FigurePage {
public:
    FigurePage(const std::vector<Figure>& panels, const FigureOptions& options);

    /// Of the whole page, in points (1/72 inch).
    QSizeF size() const { return size_; }
    /// Where the figure of a panel stands.
    QRectF panel(size_t index) const { return places_[index]; }
    void paint(QPainter& painter) const;

private:
    void placePanels(double top, double height);
    double letterHeight() const;
    double legendHeight(const Figure& figure, double width) const;
    int legendColumns(const Figure& figure, double width) const;
    double captionHeight() const;
    QString captionHtml() const;
    void paintLegend(QPainter& painter, const Figure& figure, const QRectF& room) const;
    void paintCaption(QPainter& painter, double top) const;

    const std::vector<Figure>& panels_;
    FigureOptions options_;
    QSizeF size_;
    std::vector<QRectF> places_, legends_;
    double captionTop_ = 0;
};

}  // namespace horo::views
