// The pages of the gallery.
#pragma once

#include <QtWidgets/QWidget>

#include <memory>

namespace horo::views::gallery {

/// A page by name, or nothing.
std::unique_ptr<QWidget> makePage(const QString& name);

std::unique_ptr<QWidget> makeKitPage();       ///< the parts of views and panels
std::unique_ptr<QWidget> makeChartPage();     ///< curves
std::unique_ptr<QWidget> makeStatesPage();    ///< focus, popups, tabs of docks, help
std::unique_ptr<QWidget> makeControlsPage();  ///< Qt's own widgets in our style

}  // namespace horo::views::gallery
