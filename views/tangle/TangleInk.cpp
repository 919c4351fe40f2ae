#include "views/tangle/TangleInk.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <numeric>

#include "views/tangle/TangleCells.h"

namespace horo::views {

namespace {

/// From cell to cell: level to the edge of each side, and a curve between them, in two halves.
struct JoiningCurve {
    QPainterPath left, right;

    JoiningCurve(const TangleScene& scene, QPointF from, QPointF to) {
        const double edgeA = std::max(from.x(), scene.sideWidth());
        const double edgeB = std::min(to.x(), scene.size().width() - scene.sideWidth());
        const double middle = (edgeA + edgeB) / 2, y = (from.y() + to.y()) / 2;
        // The curve with both handles at the middle, cut in two there (de Casteljau).
        left.moveTo(from);
        left.lineTo(edgeA, from.y());
        left.cubicTo((edgeA + middle) / 2, from.y(), (edgeA + 3 * middle) / 4, (3 * from.y() + to.y()) / 4,
                     middle, y);
        right.moveTo(middle, y);
        right.cubicTo((edgeB + 3 * middle) / 4, (from.y() + 3 * to.y()) / 4, (edgeB + middle) / 2, to.y(),
                      edgeB, to.y());
        right.lineTo(to);
    }
    QPainterPath whole() const {
        QPainterPath path = left;
        path.connectPath(right);
        return path;
    }
};

class Curves {
public:
    Curves(QPainter& painter, const TangleScene& scene, const TangleInk& ink, const TangleCells& a,
           const TangleCells& b)
        : painter_(painter), scene_(scene), ink_(ink), a_(a), b_(b), chosen_(scene.bundles().size(), 0) {
        const auto& ofA = ink.selected[0];
        const auto& ofB = ink.selected[1];
        for (Node v = 0; v < ofA.size(); ++v)
            if (ofA[v]) choose(v);
        for (Node w = 0; w < ofB.size(); ++w)
            if (const Node v = scene.pair().partner(Side::B, w); ofB[w] && v != MatchedNodes::none) choose(v);
    }

    void paint() {
        painter_.setBrush(Qt::NoBrush);
        std::vector<uint32_t> order(chosen_.size());
        std::iota(order.begin(), order.end(), 0u);
        // What matters lies in front: the selected, then the moved, then the thin.
        std::stable_sort(order.begin(), order.end(), [&](uint32_t i, uint32_t j) {
            const auto key = [&](uint32_t k) {
                const CurveBundle& bundle = scene_.bundles()[k];
                return std::tuple(chosen_[k], bundle.moved, -bundle.width);
            };
            return key(i) < key(j);
        });
        for (const uint32_t i : order)
            curve(i);
    }

private:
    void choose(Node v) {
        if (const auto bundle = scene_.bundleOf(v)) chosen_[*bundle] = 1;
    }

    void curve(uint32_t i) {
        const CurveBundle& bundle = scene_.bundles()[i];
        const JoiningCurve path(scene_, {a_.curveStart(bundle.a), bundle.ya},
                                {b_.curveStart(bundle.b), bundle.yb});
        const bool faint = ink_.anySelected() && !chosen_[i];
        const bool status = ink_.coloursOfA.empty();
        const float alpha = faint ? .16f : chosen_[i] ? 1 : bundle.moved ? .85f : .55f;
        const double width = std::max(bundle.width, chosen_[i] ? 1.6 : 0);
        const auto stroke = [&](QColor colour, const QPainterPath& piece) {
            colour.setAlphaF(alpha);
            painter_.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
            painter_.drawPath(piece);
        };
        if (status && bundle.moved) {
            stroke(ink_.pairColour(Side::A), path.left);
            stroke(ink_.pairColour(Side::B), path.right);
        } else {
            const QColor branch = a_.own(scene_.side(Side::A).cells()[bundle.a]);
            stroke(status ? ink_.theme.colour(Token::PairNeither) : branch, path.whole());
        }
    }

    QPainter& painter_;
    const TangleScene& scene_;
    const TangleInk& ink_;
    const TangleCells &a_, &b_;
    std::vector<char> chosen_;  ///< by bundle
};

}  // namespace

void paintTangle(QPainter& painter, const TangleScene& scene, const TangleInk& ink) {
    if (scene.isEmpty()) return;
    TangleCells a(painter, scene, ink, Side::A), b(painter, scene, ink, Side::B);
    for (TangleCells* side : {&a, &b}) {
        side->areas();
        if (ink.labels) side->labels();
    }
    Curves(painter, scene, ink, a, b).paint();
    a.outlines();
    b.outlines();
}

void paintTangleHovered(QPainter& painter, const TangleScene& scene, SideNode at, const Theme& theme) {
    if (scene.isEmpty()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.colour(Token::Accent), 1.6));
    std::array<std::optional<QPointF>, 2> ends;
    const auto mark = [&](Side side, Node v) {
        const auto cell = v == MatchedNodes::none ? std::nullopt : scene.side(side).cellOf(v);
        if (!cell) return;
        const SideCell& shape = scene.side(side).cells()[*cell];
        painter.drawRect(scene.box(side, shape));
        ends[static_cast<size_t>(side)] = QPointF(scene.innerEdge(side, shape), (shape.y0 + shape.y1) / 2);
    };
    mark(at.side, at.node);
    mark(otherSide(at.side), scene.pair().partner(at.side, at.node));
    if (ends[0] && ends[1]) painter.drawPath(JoiningCurve(scene, *ends[0], *ends[1]).whole());
}

}  // namespace horo::views
