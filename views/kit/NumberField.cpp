#include "views/kit/NumberField.h"

#include <QtCore/QLocale>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"

namespace horo::views {

namespace {

std::optional<double> parse(QString text) {
    text.remove(QLatin1Char(',')).replace(QChar(0x2212), QLatin1Char('-'));
    bool fine = false;
    const double value = QLocale::c().toDouble(text.trimmed(), &fine);
    if (!fine || !std::isfinite(value)) return std::nullopt;
    return value;
}

QString written(double value) {
    QString text = std::abs(value) >= 1e4 && value == std::floor(value) && std::abs(value) < 1e15
                       ? QLocale::c().toString(static_cast<qlonglong>(value))
                       : QString::number(value, 'g', 10);
    return text.replace(QLatin1Char('-'), QChar(0x2212))
        .replace(QStringLiteral("e") + QChar(0x2212), QStringLiteral("e-"))
        .replace(QStringLiteral("e-0"), QStringLiteral("e-"));
}

}  // namespace

NumberField::NumberField(QWidget* parent) : QLineEdit(parent) {
    connect(this, &QLineEdit::textChanged, this, &NumberField::check);
}

void NumberField::setRange(const Range& range) {
    range_ = range;
    check();
}

void NumberField::setUnit(const QString& unit) {
    unit_ = unit;
    setTextMargins(
        0, 0, QFontMetrics(views::font(FontRole::Meta)).horizontalAdvance(unit) + (unit.isEmpty() ? 0 : 8),
        0);
    update();
}

void NumberField::setValue(double value) {
    setText(written(value));
}

std::optional<double> NumberField::value() const {
    const auto number = parse(text());
    return number && problem().isEmpty() ? number : std::nullopt;
}

QString NumberField::problem() const {
    const auto number = parse(text());
    if (!number) return text().isEmpty() ? tr("a number is needed") : tr("not a number");
    if (range_.whole && *number != std::floor(*number)) return tr("a whole number is needed");
    if (*number >= range_.least && *number <= range_.most) return {};
    if (std::isinf(range_.most)) return tr("at least %1").arg(written(range_.least));
    if (std::isinf(range_.least)) return tr("at most %1").arg(written(range_.most));
    return tr("between %1 and %2").arg(written(range_.least), written(range_.most));
}

void NumberField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (unit_.isEmpty()) return;
    QPainter painter(this);
    painter.setFont(views::font(FontRole::Meta));
    painter.setPen(colour(isEnabled() ? Token::T3 : Token::T4));
    painter.drawText(rect().adjusted(0, 0, -9, 0), Qt::AlignRight | Qt::AlignVCenter, unit_);
}

void NumberField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Up) return step(1);
    if (event->key() == Qt::Key_Down) return step(-1);
    QLineEdit::keyPressEvent(event);
}

void NumberField::check() {
    const QString now = problem();
    setProperty("wrong", !now.isEmpty());
    setAccessibleDescription(now);
    update();
    if (now != lastProblem_) {
        lastProblem_ = now;
        Q_EMIT problemChanged(now);
    }
    if (const auto number = value()) Q_EMIT valueChanged(*number);
}

// Whole numbers step by 1, others by one unit of their first digit.
void NumberField::step(int direction) {
    const auto number = parse(text());
    if (!number) return;
    const double size =
        range_.whole || *number == 0 ? 1 : std::pow(10.0, std::floor(std::log10(std::abs(*number))));
    setValue(std::clamp(std::round((*number + direction * size) / size * 1e6) / 1e6 * size, range_.least,
                        range_.most));
}

}  // namespace horo::views
