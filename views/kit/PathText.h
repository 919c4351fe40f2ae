// A path in a hierarchy, as one line.
#pragma once

#include <QtCore/QStringList>

class QFontMetricsF;

namespace horo::views {

/// "mammal › … › cetacean › whale": the names from the root down, joined; inner ones give way first, then the
/// upper ones, and the last one is elided only when it alone does not fit.
QString pathText(const QStringList& names, const QFontMetricsF& metrics, double width);

}  // namespace horo::views
