#include "views/kit/PathText.h"

#include <QtGui/QFontMetricsF>

namespace horo::views {

QString pathText(const QStringList& names, const QFontMetricsF& metrics, double width) {
    const QString joint = QStringLiteral(" › "), gap = QStringLiteral("…");
    const auto fits = [&](const QString& text) { return metrics.horizontalAdvance(text) <= width; };
    const QString whole = names.join(joint);
    if (names.isEmpty() || fits(whole)) return whole;
    for (qsizetype left = 2; left < names.size(); ++left) {
        const QString text = names.first() + joint + gap + joint + names.mid(left).join(joint);
        if (fits(text)) return text;
    }
    for (qsizetype left = 1; left < names.size(); ++left) {
        const QString text = gap + QLatin1Char(' ') + names.mid(left).join(joint);
        if (fits(text)) return text;
    }
    return metrics.elidedText(names.last(), Qt::ElideRight, width);
}

}  // namespace horo::views
