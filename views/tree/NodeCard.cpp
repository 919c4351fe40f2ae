#include "views/tree/NodeCard.h"

#include <QObject>

#include "views/kit/NumberText.h"

namespace horo::views {

HoverContent nodeCard(const Hierarchy& hierarchy, const SpanningTree& tree, Node node, QColor swatch) {
    HoverContent content;
    content.swatch = swatch;
    content.name = QString::fromStdString(hierarchy.label(node));
    for (const Node v : tree.path(node))
        if (v != node) content.path << QString::fromStdString(hierarchy.label(v));
    content.text = QString::fromStdString(hierarchy.gloss(node));
    content.numbers.emplace_back(QObject::tr("depth"), countText(tree.depth(node)));
    content.numbers.emplace_back(QObject::tr("leaves"), countText(tree.hierarchyLeaves(node)));
    return content;
}

}  // namespace horo::views
