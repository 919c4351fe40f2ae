#include "core/embedding/sarkar.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <map>
#include <mutex>
#include <numbers>
#include <set>

#include "core/base/parallel.h"
#include "core/geometry/spherical_code.h"

namespace horo {

namespace {

constexpr double memoryLimit = 2e9;  // bytes of limbs

size_t rootCount(const SpanningTree& tree) {
    return static_cast<size_t>(
        std::ranges::count_if(tree.preorder(), [&](Node v) { return tree.parent(v) == SpanningTree::none; }));
}

/// Edges at each node, the virtual origin's last.
std::set<size_t> degrees(const SpanningTree& tree) {
    const size_t roots = rootCount(tree);
    std::set<size_t> found;
    for (const Node v : tree.preorder())
        found.insert(tree.children(v).size() + (tree.parent(v) != SpanningTree::none || roots > 1));
    if (roots > 1) found.insert(roots);
    return found;
}

/// e^-x, whatever the size of x.
ScaledDouble expOfMinus(double x) {
    const double bits = -x / std::numbers::ln2, whole = std::floor(bits);
    return {std::exp2(bits - whole), static_cast<int64_t>(whole)};
}

FixedPoint squaredNorm(const std::vector<FixedPoint>& x) {
    FixedPoint sum(x.front().places());
    for (const FixedPoint& value : x)
        sum += value * value;
    return sum;
}

/// Places the nodes of a tree, one after the other in any order that has parents first.
class Placing {
public:
    Placing(const SpanningTree& tree, size_t dim, size_t limbs, double tau)
        : tree_(tree),
          dim_(dim),
          limbs_(limbs),
          nodes_(tree.preorder().size()),
          severalRoots_(rootCount(tree) > 1) {
        table_ = {nodes_, dim, limbs, std::vector<uint64_t>(nodes_ * dim * limbs, 0)};
        for (const size_t degree : degrees(tree))
            codes_.emplace(degree, sphericalCode(degree, dim));
        // tanh(tau / 2), with as many places as it takes to tell it from 1 by 100 bits.
        stepPlaces_ = static_cast<size_t>((tau / std::numbers::ln2 + 100) / 64) + 1;
        const FixedPoint one(stepPlaces_, 1.0), q(stepPlaces_, expOfMinus(tau));
        step_ = (one - q) * reciprocal(one + q);
        siblings_.assign(nodes_, 0);
        size_t root = 0;
        for (const Node v : tree.preorder()) {
            if (tree.parent(v) == SpanningTree::none) siblings_[v] = root++;
            for (size_t i = 0; i < tree.children(v).size(); ++i)
                siblings_[tree.children(v)[i]] = i;
        }
        roots_ = root;
    }

    void place(Node v) {
        const Node parent = tree_.parent(v);
        if (parent == SpanningTree::none) {
            if (severalRoots_) store(v, stepTowards(codeRow(roots_, siblings_[v])));
            return;
        }
        const std::vector<FixedPoint> at = position(parent);
        const bool hasUp = tree_.parent(parent) != SpanningTree::none || severalRoots_;
        const size_t degree = tree_.children(parent).size() + hasUp;
        std::vector<double> direction = codeRow(degree, siblings_[v] + hasUp);
        if (hasUp) turn(direction, directionUp(parent, at));
        store(v, sum(at, stepTowards(direction)));
    }

    ExtendedPoints::Limbs take() { return std::move(table_); }

private:
    size_t places() const { return limbs_ + 1; }

    std::vector<double> codeRow(size_t degree, size_t row) const {
        const auto from = codes_.at(degree).begin() + static_cast<std::ptrdiff_t>(row * dim_);
        return {from, from + static_cast<std::ptrdiff_t>(dim_)};
    }

    /// Where a node lies, with a limb to spare.
    std::vector<FixedPoint> position(Node v) const {
        std::vector<FixedPoint> point(dim_, FixedPoint(places()));
        for (size_t j = 0; j < dim_; ++j) {
            uint64_t carry = 0;
            for (size_t k = 0; k < limbs_; ++k) {
                const uint64_t limb = table_.values[((limbs_ - 1 - k) * nodes_ + v) * dim_ + j];
                point[j].limbs()[k + 1] = limb << 1 | carry;
                carry = limb >> 63;
            }
            point[j].limbs().back() = carry ? ~uint64_t{0} : 0;
        }
        return point;
    }

    void store(Node v, const std::vector<FixedPoint>& point) {
        for (size_t j = 0; j < dim_; ++j) {
            FixedPoint half(places());
            half.limbs()[1] = 1;  // of the last place that is kept
            const FixedPoint rounded = point[j] + half;
            for (size_t l = 0; l < limbs_; ++l)
                table_.values[(l * nodes_ + v) * dim_ + j] =
                    rounded.limbs()[places() - l] << 63 | rounded.limbs()[places() - 1 - l] >> 1;
        }
    }

    /// The direction, as the origin would see it after the node was moved there, in which its parent lies (or
    /// the virtual origin): that of (parent - node) - t node with t = |parent - node|^2 / (1 - |node|^2).
    std::vector<double> directionUp(Node v, const std::vector<FixedPoint>& at) const {
        std::vector<FixedPoint> difference(dim_, FixedPoint(places()));
        if (tree_.parent(v) != SpanningTree::none) difference = position(tree_.parent(v));
        int64_t unit = std::numeric_limits<int64_t>::min();
        for (size_t j = 0; j < dim_; ++j) {
            difference[j] -= at[j];
            if (!difference[j].isZero()) unit = std::max(unit, difference[j].scaled().exponent);
        }
        std::vector<double> up(dim_);
        double squares = 0, length = 0;
        for (size_t j = 0; j < dim_; ++j) {
            up[j] = inUnits(difference[j].scaled(), unit);
            squares += up[j] * up[j];
        }
        const ScaledDouble gap = (FixedPoint(places(), 1.0) - squaredNorm(at)).scaled();
        const double t = inUnits({squares / gap.m, unit - gap.exponent}, 0);
        for (size_t j = 0; j < dim_; ++j) {
            up[j] -= t * at[j].toDouble();
            length += up[j] * up[j];
        }
        for (double& value : up)
            value /= std::sqrt(length);
        return up;
    }

    static double inUnits(ScaledDouble a, int64_t unit) {
        return std::ldexp(a.m, static_cast<int>(std::max<int64_t>(a.exponent - unit, -2000)));
    }

    /// Turns a direction as (1, 0, ..., 0) is turned into `first`: by the rotation in the plane, else by a
    /// reflection.
    static void turn(std::vector<double>& direction, const std::vector<double>& first) {
        if (direction.size() == 2) {
            direction = {first[0] * direction[0] - first[1] * direction[1],
                         first[0] * direction[1] + first[1] * direction[0]};
            return;
        }
        std::vector<double> mirror = first;
        mirror[0] -= 1;
        double squares = 0, along = 0;
        for (size_t j = 0; j < mirror.size(); ++j) {
            squares += mirror[j] * mirror[j];
            along += mirror[j] * direction[j];
        }
        if (squares < 1e-30) return;
        for (size_t j = 0; j < mirror.size(); ++j)
            direction[j] -= 2 * along / squares * mirror[j];
    }

    /// The point at distance tau of the origin in a direction whose length is 1 but for rounding.
    std::vector<FixedPoint> stepTowards(const std::vector<double>& direction) const {
        std::vector<FixedPoint> step;
        for (const double value : direction)
            step.emplace_back(stepPlaces_, value);
        const FixedPoint scale = step_ * reciprocalRoot(squaredNorm(step));
        for (FixedPoint& value : step)
            value = (value * scale).withPlaces(places());
        return step;
    }

    /// Moebius addition, with a denominator of positive summands as in poincare::add.
    std::vector<FixedPoint> sum(const std::vector<FixedPoint>& x, const std::vector<FixedPoint>& y) const {
        std::vector<FixedPoint> both;
        for (size_t j = 0; j < dim_; ++j)
            both.push_back(x[j] + y[j]);
        const FixedPoint one(places(), 1.0), squares = squaredNorm(both), gapOfX = one - squaredNorm(x),
                                             gapOfY = one - squaredNorm(y);
        const FixedPoint inverse = reciprocal(gapOfX * gapOfY + squares);
        std::vector<FixedPoint> out;
        for (size_t j = 0; j < dim_; ++j)
            out.push_back((squares * x[j] + gapOfX * both[j]) * inverse);
        return out;
    }

    const SpanningTree& tree_;
    size_t dim_, limbs_, nodes_, roots_ = 0;
    bool severalRoots_;
    ExtendedPoints::Limbs table_;
    std::map<size_t, std::vector<double>> codes_;
    size_t stepPlaces_ = 0;
    FixedPoint step_{0};
    std::vector<size_t> siblings_;  ///< place of a node among its siblings
};

/// The nodes by depth, and where each depth begins.
struct Levels {
    std::vector<Node> nodes;
    std::vector<size_t> starts;

    explicit Levels(const SpanningTree& tree) : starts(static_cast<size_t>(tree.maxDepth()) + 2, 0) {
        for (const Node v : tree.preorder())
            ++starts[static_cast<size_t>(tree.depth(v)) + 1];
        for (size_t i = 1; i < starts.size(); ++i)
            starts[i] += starts[i - 1];
        nodes.resize(tree.preorder().size());
        std::vector<size_t> next = starts;
        for (const Node v : tree.preorder())
            nodes[next[static_cast<size_t>(tree.depth(v))]++] = v;
    }
};

}  // namespace

double sarkarEdge(const SpanningTree& tree, double epsilon, size_t dim) {
    double angle = std::numbers::pi;
    for (const size_t degree : degrees(tree))
        angle = std::min(angle, sphericalCodeAngle(degree, dim));
    return (1 + epsilon) / epsilon * -2 * std::log(std::tan(angle / 4.8));
}

Result<SarkarLayout> sarkarLayout(const SpanningTree& tree, const SarkarOptions& options) {
    const size_t nodes = tree.preorder().size();
    if (nodes == 0) return inputError("the hierarchy has no node", "give one with nodes");
    SarkarLayout layout;
    layout.tau = options.tau > 0 ? options.tau : sarkarEdge(tree, options.epsilon, options.dim);
    layout.virtualOrigin = rootCount(tree) > 1;
    const double farthest = layout.tau * (tree.maxDepth() + (layout.virtualOrigin ? 1 : 0));
    const size_t limbs = options.limbs > 0 ? options.limbs : limbsForRadius(farthest);
    const double bytes = 8.0 * static_cast<double>(nodes * options.dim) * static_cast<double>(limbs);
    if (bytes > memoryLimit)
        return inputError(
            fmt::format("edges of length {:.4g} reach a radius of {:.4g}, which takes {:.3g} GB", layout.tau,
                        farthest, bytes / 1e9),
            "ask for a larger epsilon or a smaller tau, or use a flatter hierarchy");
    Placing placing(tree, options.dim, limbs, layout.tau);
    const Levels levels(tree);
    std::atomic<size_t> done{0};
    std::atomic<bool> stopped{false};
    std::mutex reporting;
    for (size_t level = 0; level + 1 < levels.starts.size() && !stopped; ++level) {
        const size_t first = levels.starts[level], count = levels.starts[level + 1] - first;
        parallelFor(count, 16, options.threads, [&](size_t begin, size_t end) {
            for (size_t i = begin; i < end; ++i) {
                if (stopped.load(std::memory_order_relaxed)) return;
                placing.place(levels.nodes[first + i]);
                if (++done % 16 != 0 && limbs < 200) continue;
                const std::lock_guard lock(reporting);
                const double share = static_cast<double>(done) / static_cast<double>(nodes);
                if (options.progress && !stopped && !options.progress(share)) stopped = true;
            }
        });
    }
    if (stopped) return cancelledError();
    auto points = ExtendedPoints::create(placing.take(), options.threads);
    if (!points) return points.error();
    layout.points = std::move(*points);
    for (size_t i = 0; i < nodes; ++i)
        layout.maxRadius = std::max(layout.maxRadius, layout.points->radius(i));
    return layout;
}

}  // namespace horo
