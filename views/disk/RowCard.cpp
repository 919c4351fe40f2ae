#include "views/disk/RowCard.h"

#include <QObject>

#include "views/kit/NumberText.h"
#include "views/tree/NodeCard.h"

namespace horo::views {

namespace {

/// Heads of a card's numbers have little room.
QString shortName(const std::string& label) {
    const QString text = QString::fromStdString(label);
    return text.size() <= 7 ? text : text.left(6).trimmed() + QChar(0x2026);
}

}  // namespace

HoverContent rowCard(const Embedding& embedding, const DiskSubject& subject, uint32_t row) {
    const QColor swatch = row < subject.colours.size() ? QColor::fromRgba(subject.colours[row]) : QColor();
    const Node node = subject.nodeOf(row);
    HoverContent content;
    if (node != SpanningTree::none) {
        content = nodeCard(*subject.hierarchy(), *subject.tree(), node, swatch);
    } else {
        content.swatch = swatch;
        content.name = QString::fromStdString(subject.label(row));
        if (row < embedding.labels.size()) content.text = QString::fromStdString(embedding.labels[row]);
    }
    const double radius = embedding.radius(row);
    content.numbers.emplace_back(
        embedding.manifold.isHyperbolic() ? QObject::tr("norm \u03c1") : QObject::tr("norm"),
        fixedText(radius, 2));
    const uint32_t focus = subject.focusRow();
    if (focus != DiskSubject::none && focus != row)
        content.numbers.emplace_back(QObject::tr("to %1").arg(shortName(subject.label(focus))),
                                     fixedText(embedding.distance(row, focus), 2));
    return content;
}

}  // namespace horo::views
