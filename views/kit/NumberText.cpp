#include "views/kit/NumberText.h"

#include <QtCore/QLocale>

#include <algorithm>
#include <cmath>

namespace horo::views {

namespace {

const QLocale& english() {
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    return locale;
}

QString withMinus(QString text) {
    // Only the sign: the minus of an exponent stays ASCII, so that the number can be copied.
    if (text.startsWith(QLatin1Char('-'))) text[0] = QChar(0x2212);
    return text;
}

}  // namespace

QString countText(qint64 count) {
    return withMinus(english().toString(count));
}

QString fixedText(double value, int decimals) {
    if (!std::isfinite(value)) return QStringLiteral("–");
    return withMinus(english().toString(value, 'f', decimals));
}

QString significantText(double value, int digits) {
    if (!std::isfinite(value)) return QStringLiteral("–");
    if (value == 0) return QStringLiteral("0");
    const int exponent = static_cast<int>(std::floor(std::log10(std::abs(value))));
    if (exponent < -4 || exponent > 8) {
        QString text = QString::number(value, 'e', digits - 1);
        return withMinus(text.replace(QStringLiteral("e-0"), QStringLiteral("e-"))
                             .replace(QStringLiteral("e+0"), QStringLiteral("e"))
                             .replace(QStringLiteral("e+"), QStringLiteral("e")));
    }
    return fixedText(value, std::max(0, digits - 1 - exponent));
}

QString plainText(double value) {
    return QString::number(value, 'g', 3).replace(QLatin1Char('-'), QChar(0x2212));
}

}  // namespace horo::views
