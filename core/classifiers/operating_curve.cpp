#include "core/classifiers/operating_curve.h"

#include <algorithm>

#include "core/classifiers/node_masses.h"

namespace horo {

namespace {

/// What one answer counts, to be summed over samples.
OperatingPoint scoreOf(Node u, Node y, const ClassTree& tree) {
    if (tree.tree().isBelow(u, y)) u = y;
    const Node a = tree.tree().lowestCommonAncestor(u, y);
    const auto share = [](double part, double whole) { return whole > 0 ? part / whole : 1; };
    return {0,
            a == u ? 1.0 : 0.0,
            u == y ? 1.0 : 0.0,
            share(tree.depth(a), tree.depth(y)),
            share(tree.information(a), tree.information(y)),
            share(tree.depth(a), tree.depth(u)),
            share(tree.information(a), tree.information(u))};
}

constexpr double OperatingPoint::*means[] = {
    &OperatingPoint::correct,        &OperatingPoint::exact,
    &OperatingPoint::depthRecall,    &OperatingPoint::informationRecall,
    &OperatingPoint::depthPrecision, &OperatingPoint::informationPrecision};

/// An answer that becomes more specific: what it changes, once the threshold falls to its own.
struct Step {
    double threshold;
    OperatingPoint change;
};

/// Answers that no other beats both in probability and in being specific, from the root down.
std::vector<Node> answers(const NodeMasses& masses, const std::vector<Node>& candidates,
                          std::vector<Node>& sorted) {
    const auto leaves = [&](Node v) { return masses.tree().tree().leaves(v); };
    sorted = candidates;
    std::ranges::stable_sort(sorted, [&](Node a, Node b) {
        return masses[a] != masses[b] ? masses[a] > masses[b] : leaves(a) < leaves(b);
    });
    std::vector<Node> chosen{masses.tree().root()};
    for (const Node v : sorted)
        if (leaves(v) < leaves(chosen.back())) chosen.push_back(v);
    return chosen;
}

}  // namespace

std::vector<OperatingPoint> operatingCurve(const NodeScores& scores, const Labels& truth,
                                           const ClassTree& tree, const std::function<bool()>& keepGoing) {
    std::vector<Node> candidates, sorted;
    for (const Node v : tree.tree().preorder())
        if (tree.tree().children(v).size() != 1) candidates.push_back(v);
    NodeMasses masses(tree, scores.classes);
    OperatingPoint sum;
    std::vector<Step> steps;
    const size_t samples = truth.nodes.size();
    for (size_t i = 0; i < samples; ++i) {
        if (!keepGoing()) return {};
        masses.assign(scores.row(i));
        const Node y = truth.nodes[i].front();
        OperatingPoint last;
        for (const Node u : answers(masses, candidates, sorted)) {
            const OperatingPoint here = scoreOf(u, y, tree);
            if (u == tree.root())
                for (const auto mean : means)
                    sum.*mean += here.*mean;
            else {
                Step step{masses[u], {}};
                for (const auto mean : means)
                    step.change.*mean = here.*mean - last.*mean;
                steps.push_back(step);
            }
            last = here;
        }
    }
    std::ranges::stable_sort(steps, std::greater{}, &Step::threshold);
    std::vector<OperatingPoint> curve;
    const auto emit = [&](double threshold) {
        curve.emplace_back().threshold = threshold;
        for (const auto mean : means)
            curve.back().*mean = sum.*mean / static_cast<double>(samples);
    };
    emit(1);
    for (size_t i = 0; i < steps.size(); ++i) {
        for (const auto mean : means)
            sum.*mean += steps[i].change.*mean;
        if (i + 1 == steps.size() || steps[i + 1].threshold < steps[i].threshold) emit(steps[i].threshold);
    }
    return curve;
}

double areaUnder(const std::vector<OperatingPoint>& curve, double OperatingPoint::*y,
                 double OperatingPoint::*x) {
    std::vector<std::pair<double, double>> points;
    for (const auto& point : curve)
        points.emplace_back(point.*x, point.*y);
    std::ranges::sort(points);
    double area = 0, best = 0;
    for (size_t i = points.size(); i-- > 0;) {
        best = std::max(best, points[i].second);
        area += (points[i].first - (i > 0 ? points[i - 1].first : 0)) * best;
    }
    return area;
}

}  // namespace horo
