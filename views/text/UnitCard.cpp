#include "views/text/UnitCard.h"

#include <QObject>

#include "views/kit/NumberText.h"

namespace horo::views {

namespace {
constexpr int longestName = 28, longestText = 160;
}

QString visibleLabel(const std::string& label, int longest) {
    QString text = QString::fromStdString(label);
    if (text.size() > longest) text = text.left(longest - 1) + QChar(0x2026);
    text.replace(QStringLiteral("\r\n"), QStringLiteral("¶"));
    for (QChar& c : text) {
        if (c == QLatin1Char(' ')) c = QChar(0xB7);
        if (c == QLatin1Char('\n')) c = QChar(0xB6);
        if (c == QLatin1Char('\t')) c = QChar(0x2192);
    }
    return text;
}

HoverContent unitCard(const UnitText& text, size_t level, size_t unit) {
    const Segmentation& cut = *text.segmentation();
    const auto& spans = cut.levels[level];
    const std::string& label = cut.label(level, unit);
    HoverContent content;
    content.name = visibleLabel(label, longestName);
    if (label.size() > longestName) content.text = visibleLabel(label, longestText);
    const auto kind = sequenceUnitName(cut.unit);
    content.remark = QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size()));
    content.numbers = {{QObject::tr("start"), countText(static_cast<qint64>(spans.start(unit)))},
                       {QObject::tr("end"), countText(static_cast<qint64>(spans.ends[unit]))},
                       {QObject::tr("occurs"),
                        countText(static_cast<qint64>(text.occurrences(level, text.labelOf(level, unit))))}};
    return content;
}

}  // namespace horo::views
