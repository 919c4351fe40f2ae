// Colours made of others.
#pragma once

#include <QtGui/QColor>

namespace horo::views {

/// `share` of b in a, opaque.
QColor mixed(const QColor& a, const QColor& b, double share);

/// What can be read on a ground: dark or white, by the contrast of WCAG 2.
QColor textOn(const QColor& ground);

}  // namespace horo::views
