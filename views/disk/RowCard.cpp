#include "views/disk/RowCard.h"

#include <QObject>

#include "views/kit/NumberText.h"
#include "views/tree/NodeCard.h"
#include "views/workspace/ItemPicture.h"

namespace horo::views {

namespace {

/// Heads of a card's numbers have little room.
QString shortName(const std::string& label) {
    const QString text = QString::fromStdString(label);
    return text.size() <= 7 ? text : text.left(6).trimmed() + QChar(0x2026);
}

}  // namespace

HoverContent rowCard(const Workspace& workspace, const Embedding& embedding, const DiskSubject& subject,
                     uint32_t row) {
    const QColor swatch = row < subject.colours.size() ? QColor::fromRgba(subject.colours[row]) : QColor();
    const Node node = subject.nodeOf(row);
    const ItemId item = embedding.items->id(row);
    HoverContent content;
    if (node != SpanningTree::none) content = nodeCard(*subject.hierarchy(), *subject.tree(), node, swatch);
    if (!subject.isNode(row)) {
        content.swatch = swatch;
        content.numbers.clear();
        const QString own = QString::fromStdString(subject.label(row));
        if (node == SpanningTree::none)
            content.name = own;
        else
            content.remark = QObject::tr("item %1").arg(own);
        content.text = itemText(workspace, item);
        if (content.text.isEmpty() && node == SpanningTree::none && row < embedding.labels.size())
            content.text = QString::fromStdString(embedding.labels[row]);
    }
    if (const QImage picture = itemPicture(workspace, item); !picture.isNull())
        content.thumbnail = QPixmap::fromImage(picture);
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
