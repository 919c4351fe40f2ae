// Numbers as the workbench writes them.
#pragma once

#include <QtCore/QString>

namespace horo::views {

/// Thousands by comma: "1,182". The minus is U+2212.
QString countText(qint64 count);
/// `decimals` digits behind the point, so that a column lines up: "0.998".
QString fixedText(double value, int decimals);
/// `digits` significant digits: "0.113", "2,360", "1.2e-5".
QString significantText(double value, int digits = 3);
/// At most three significant digits and no zeros that say nothing: "0.36", "200", "\u22121".
QString plainText(double value);

}  // namespace horo::views
