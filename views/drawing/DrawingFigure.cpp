#include "views/drawing/DrawingFigure.h"

#include <QObject>
#include <QPainter>

#include "views/kit/NumberText.h"
#include "views/tree/TreeFigure.h"

namespace horo::views {

Figure drawingFigure(DrawingFigureInput input) {
    Figure figure;
    const bool round = input.drawing->isRound();
    figure.preferredSize = round ? QSizeF(360, 360) : QSizeF(440, 300);
    const DrawnTree& tree = *input.tree;
    if (input.level > 0) {
        figure.legendTitle = QObject::tr("Branch, level %1").arg(input.level);
        figure.legend = branchLegend(tree.hierarchy(), tree.tree(), tree.look().hues(), input.level, 12,
                                     figure.legendNote);
    }
    input.ink.textPixels = 7;
    const DrawingScene scene(input.drawing, input.tree, input.focus, figure.preferredSize);
    const QString name = input.focus == DrawnTree::whole
                             ? QObject::tr("The hierarchy")
                             : QString::fromStdString(tree.hierarchy().label(input.focus));
    figure.caption =
        QObject::tr("%1 as %2 (%3 / %4 nodes). %5")
            .arg(name, input.drawing->title().toLower(), countText(static_cast<qint64>(scene.drawn())),
                 countText(static_cast<qint64>(tree.subtreeSize(input.focus))), input.drawing->sentence());
    figure.caption += QObject::tr(" Share: %1.").arg(input.sizeName);
    if (input.level == 0) figure.caption += QObject::tr(" Coloured by %1.").arg(input.colourName);
    const auto shared = std::make_shared<const DrawingFigureInput>(std::move(input));
    figure.paint = [shared](QPainter& painter, QSizeF size) {
        const DrawingScene laid(shared->drawing, shared->tree, shared->focus, size);
        paintDrawing(painter, laid, laid.cells(), shared->ink);
    };
    return figure;
}

}  // namespace horo::views
