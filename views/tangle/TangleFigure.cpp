#include "views/tangle/TangleFigure.h"

#include <QFontMetricsF>
#include <QObject>
#include <QPainter>

#include "views/kit/NumberText.h"
#include "views/theme/Fonts.h"
#include "views/tree/TreeFigure.h"

namespace horo::views {

namespace {

constexpr double heading = 14;

QString count(size_t n) {
    return countText(static_cast<qint64>(n));
}

std::vector<LegendEntry> statusLegend(const HierarchyPair& pair, const Theme& theme) {
    const MatchedNodes& nodes = pair.nodes();
    const auto rgb = [&](Token token) { return theme.colour(token).rgb(); };
    return {{QObject::tr("in place"), {rgb(Token::PairBoth)}, count(nodes.matched() - nodes.moved.size())},
            {QObject::tr("moved"), {rgb(Token::PairA), rgb(Token::PairB)}, count(nodes.moved.size())},
            {QObject::tr("only in A, hatched"), {rgb(Token::PairA)}, count(nodes.missing)},
            {QObject::tr("only in B, hatched"), {rgb(Token::PairB)}, count(nodes.extra)}};
}

void paintHeadings(QPainter& painter, QSizeF size, const TangleFigureInput& input) {
    QFont text = font(FontRole::Base, QFont::DemiBold);
    text.setPixelSize(8);
    painter.setFont(text);
    const QFontMetricsF metrics(text);
    const QRectF band(0, 0, size.width(), heading - 4);
    for (const Side side : {Side::A, Side::B}) {
        const QString name =
            side == Side::A ? QObject::tr("A  %1").arg(input.nameA) : QObject::tr("B  %1").arg(input.nameB);
        painter.setPen(input.ink.pairColour(side));
        painter.drawText(
            band, static_cast<int>((side == Side::A ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter),
            metrics.elidedText(name, Qt::ElideRight, size.width() / 2 - 8));
    }
}

TangleScene sceneOf(const TangleFigureInput& input, QSizeF size, bool untangled) {
    return {input.pair,
            untangled,
            input.focusA,
            input.focusB,
            {size.width(), size.height() - heading},
            input.ink.labels ? input.ink.textPixels : 0};
}

}  // namespace

QString tangleNote(const TangleScene& scene, std::optional<uint64_t> crossingsBefore) {
    QString note = QObject::tr("%1 curves join %2 of %3 matched nodes; %4 pairs of them cross")
                       .arg(count(scene.bundles().size()), count(scene.joined()), count(scene.matched()),
                            countText(static_cast<qint64>(scene.crossings())));
    if (crossingsBefore)
        note += QObject::tr(", %1 before untangling").arg(countText(static_cast<qint64>(*crossingsBefore)));
    return note + QLatin1Char('.');
}

Figure tangleFigure(TangleFigureInput input) {
    Figure figure;
    figure.preferredSize = {460, 340};
    if (input.ink.coloursOfA.empty()) {
        figure.legendTitle = QObject::tr("Nodes");
        figure.legend = statusLegend(*input.pair, input.ink.theme);
    } else {
        const HierarchyLook& look = *input.pair->look(Side::A);
        figure.legendTitle = QObject::tr("Branch of A, level %1").arg(input.level);
        figure.legend =
            branchLegend(look.hierarchy(), look.tree(), look.hues(), input.level, 12, figure.legendNote);
    }
    input.ink.textPixels = 7;
    const TangleScene scene = sceneOf(input, figure.preferredSize, input.untangled);
    std::optional<uint64_t> before;
    if (input.untangled) before = sceneOf(input, figure.preferredSize, false).crossings();
    const MatchedNodes& nodes = input.pair->nodes();
    figure.caption = QObject::tr(
                         "%1 (A) and %2 (B) facing each other (%3 / %4 nodes). Levels grow inward; the "
                         "height of a cell is "
                         "its share of the leaves. Hatched: in one alone. ")
                         .arg(input.nameA, input.nameB, count(scene.drawn()), count(scene.total()));
    figure.caption +=
        QObject::tr("%1 names matched, %2 of them moved, %3 only in A, %4 only in B. ")
            .arg(count(nodes.matched()), count(nodes.moved.size()), count(nodes.missing), count(nodes.extra));
    figure.caption += tangleNote(scene, before);
    const auto shared = std::make_shared<const TangleFigureInput>(std::move(input));
    figure.paint = [shared](QPainter& painter, QSizeF size) {
        paintHeadings(painter, size, *shared);
        painter.translate(0, heading);
        paintTangle(painter, sceneOf(*shared, size, shared->untangled), shared->ink);
        painter.translate(0, -heading);
    };
    return figure;
}

}  // namespace horo::views
