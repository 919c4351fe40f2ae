#include "views/tree/TreeFigure.h"

#include <QFontMetricsF>
#include <QObject>
#include <QPainter>
#include <algorithm>

#include "views/kit/NumberText.h"
#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"
#include "views/tree/NodeColours.h"

namespace horo::views {

namespace {

constexpr size_t mostRows = 200;
constexpr double rowHeight = 11, indent = 8, textSize = 7;

struct FigureRow {
    QString name, count;
    int depth;
    bool strong;
    QRgb colour;
};

void paintRows(QPainter& painter, QSizeF size, const std::vector<FigureRow>& rows) {
    const Theme theme = Theme::builtIn(false);
    QFont plain = font(FontRole::Base), strong = font(FontRole::Base, QFont::DemiBold);
    plain.setPixelSize(static_cast<int>(textSize)), strong.setPixelSize(static_cast<int>(textSize));
    const QFontMetricsF metrics(plain);
    double y = rowHeight / 2;
    for (const FigureRow& row : rows) {
        const double left = 4 + row.depth * indent, base = y + (metrics.ascent() - metrics.descent()) / 2;
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor::fromRgb(row.colour));
        painter.drawEllipse(QPointF(left, y), 2.2, 2.2);
        painter.setFont(row.strong ? strong : plain);
        painter.setPen(theme.colour(Token::T1));
        painter.drawText(QPointF(left + 6, base), row.name);
        painter.setFont(plain);
        painter.setPen(theme.colour(Token::T3));
        painter.drawText(QPointF(size.width() - 2 - metrics.horizontalAdvance(row.count), base), row.count);
        y += rowHeight;
    }
}

}  // namespace

Figure treeFigure(const HierarchyLook& look, const TreeRows& rows, int level) {
    const Hierarchy& hierarchy = look.hierarchy();
    const SpanningTree& tree = look.tree();
    const auto colours = branchColours(look, level, true);
    std::vector<FigureRow> lines;
    for (size_t i = 0; i < std::min(rows.size(), mostRows); ++i) {
        const Node v = rows.node(i);
        const bool inner = rows.hasChildren(v);
        lines.push_back({QString::fromStdString(hierarchy.label(v)),
                         inner ? countText(tree.hierarchyLeaves(v)) : QString(), tree.depth(v),
                         inner && tree.depth(v) <= level, colours[v]});
    }
    Figure figure;
    figure.preferredSize = {240, std::max(1.0, static_cast<double>(lines.size())) * rowHeight};
    figure.paint = [lines](QPainter& painter, QSizeF size) { paintRows(painter, size, lines); };
    figure.legend = branchLegend(hierarchy, tree, look.hues(), level, 12, figure.legendNote);
    figure.legendTitle = QObject::tr("Branch, level %1").arg(level);
    figure.caption =
        QObject::tr("The open rows of the taxonomy (%1 of %2 nodes) with their numbers of leaves.")
            .arg(countText(static_cast<qint64>(lines.size())),
                 countText(static_cast<qint64>(hierarchy.size())));
    return figure;
}

std::vector<LegendEntry> branchLegend(const Hierarchy& hierarchy, const SpanningTree& tree,
                                      const HierarchyHues& hues, int level, size_t limit, QString& note) {
    std::vector<Node> branches;
    for (const Node v : tree.preorder())
        if (tree.depth(v) == level && tree.subtreeSize(v) > 1) branches.push_back(v);
    std::stable_sort(branches.begin(), branches.end(),
                     [&](Node a, Node b) { return tree.subtreeSize(a) > tree.subtreeSize(b); });
    const size_t left = branches.size() > limit ? branches.size() - limit : 0;
    branches.resize(branches.size() - left);
    note = QObject::tr("hue by branch, lightness by depth");
    std::vector<LegendEntry> entries;
    const double deepest = std::max(tree.maxDepth() - 1, 1);
    for (const Node v : branches) {
        LegendEntry entry{QString::fromStdString(hierarchy.label(v)), {}, countText(tree.subtreeSize(v))};
        const double first = std::clamp((tree.depth(v) - 1) / deepest, 0.0, 1.0);
        for (int i = 0; i < 4; ++i)
            entry.colours.push_back(
                argb(hierarchyColour(hues.hue(v), first + (1 - first) * i / 3.0, CanvasKind::Light)));
        entries.push_back(std::move(entry));
    }
    if (left > 0) entries.push_back({QObject::tr("%1 smaller ones").arg(left), {}, {}});
    return entries;
}

}  // namespace horo::views
