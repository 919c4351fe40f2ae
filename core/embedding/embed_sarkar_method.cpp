// embed.sarkar: Sarkar's construction as a method.
#include <fmt/format.h>

#include <cmath>
#include <numbers>
#include <string_view>
#include <unordered_map>

#include "core/embedding/sarkar.h"
#include "core/hierarchy/single_parent.h"
#include "core/method/registry.h"

namespace horo {

namespace {

/// Up to here rounding a row to doubles moves it by less than 1e-6.
const double radiusOfDoubles = std::log(1e-6 / 0x1p-53);

KeptParent keptParent(const std::string& name) {
    if (name == "first") return KeptParent::First;
    if (name == "longest") return KeptParent::Deepest;
    return name == "fewest" ? KeptParent::Fewest : KeptParent::Shallowest;
}

/// Rows that share their numbers with another row.
size_t sharedRows(const Vectors& vectors) {
    const auto values = vectors.doubles();
    const size_t width = vectors.columns() * sizeof(double);
    std::unordered_map<std::string_view, size_t> count;
    const auto row = [&](size_t i) {
        return std::string_view(reinterpret_cast<const char*>(values.data()) + i * width, width);
    };
    for (size_t i = 0; i < vectors.rows(); ++i)
        ++count[row(i)];
    size_t shared = 0;
    for (size_t i = 0; i < vectors.rows(); ++i)
        shared += count[row(i)] > 1;
    return shared;
}

class EmbedSarkar final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = declare();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto hierarchy = inputs.hierarchy("hierarchy");
        const SpanningTree tree(*withSingleParents(*hierarchy, keptParent(parameters.text("tree"))));
        SarkarOptions options;
        options.epsilon = parameters.real("epsilon");
        options.tau = parameters.real("tau");
        options.dim = static_cast<size_t>(parameters.integer("dim"));
        options.threads = context.conditions().threads;
        options.progress = [&](double share) {
            context.progress({share, "placing nodes", {}});
            return context.keepGoing();
        };
        if (!context.keepGoing()) return cancelledError();
        const auto layout = sarkarLayout(tree, options);
        if (!layout) return layout.error();

        Embedding embedding;
        embedding.items = hierarchy->items();
        embedding.vectors = layout->points->rounded();
        embedding.manifold = Manifold::poincare();
        Outcome outcome;
        describe(*layout, options.tau > 0, *hierarchy, outcome.report);
        if (layout->maxRadius > radiusOfDoubles) {
            embedding.extended = layout->points;
            const size_t shared = sharedRows(embedding.vectors);
            outcome.report.add("rounded_together", static_cast<double>(shared),
                               "rows whose doubles are those of another row");
            outcome.report.warnings.push_back(fmt::format(
                "doubles do not hold a radius of {:.4g}: the rows are also there as `extended`, with {} "
                "digits, which measures use; {} of {} rows of `vectors` are the same as another one",
                layout->maxRadius,
                std::lround(64.0 * static_cast<double>(layout->points->limbs()) * std::numbers::ln2 /
                            std::numbers::ln10),
                shared, hierarchy->size()));
        }
        outcome.output = std::make_shared<const Embedding>(std::move(embedding));
        return outcome;
    }

private:
    static void describe(const SarkarLayout& layout, bool given, const Hierarchy& hierarchy, Report& r) {
        r.add("tau", layout.tau,
              given ? "as asked"
                    : "(1 + epsilon) / epsilon * 2 ln cot(angle / 4.8), angle = least one between two edges",
              "hyperbolic length of an edge");
        r.add("max_radius", layout.maxRadius, "largest distance to the origin");
        r.add("bits", std::round(layout.maxRadius / std::numbers::ln2),
              "max_radius / ln 2, which hold 1 - |x| of the farthest row");
        if (layout.virtualOrigin)
            r.warnings.push_back(fmt::format(
                "the hierarchy has {} roots: they hang below the origin, where no node lies, at distance tau",
                hierarchy.roots().size()));
        if (hierarchy.multiParentCount() > 0)
            r.warnings.push_back(
                fmt::format("{} nodes have several parents and keep one of them; {} edges are not "
                            "drawn",
                            hierarchy.multiParentCount(),
                            hierarchy.edgeCount() + hierarchy.roots().size() - hierarchy.size()));
    }

    static Declaration declare() {
        Declaration d;
        d.id = "embed.sarkar";
        d.version = "1";
        d.title = "Sarkar's construction";
        d.summary =
            "Draws a tree in hyperbolic space with as little distortion as one asks for, without training.";
        d.citation = "Sarkar 2011; Sala et al. 2018";
        d.inputs = {{"hierarchy", {Kind::Hierarchy}, "the tree; nodes with several parents keep one"}};
        d.outputs = {{"embedding", {Kind::Embedding}, "one row a node, in the Poincare ball"}};
        const SarkarOptions o;
        d.parameters = {
            real("epsilon", "Epsilon", o.epsilon, 0.001, 1000, "",
                 "Distances of the tree are right to a factor of 1 + epsilon; less takes longer edges and "
                 "more digits."),
            integer("dim", "Dimension", static_cast<int64_t>(o.dim), 2, 100, "",
                    "Dimensions of the space; above 2 children are spread over a sphere and edges may be "
                    "shorter."),
            real("tau", "Edge length", o.tau, 0, 10000, "0 = from epsilon",
                 "Hyperbolic length of an edge, instead of epsilon."),
            choice("tree", "Tree", {"fewest", "shortest", "first", "longest"},
                   "Which parent a node keeps: the one with the fewest children (short edges, most neighbors "
                   "near), one "
                   "nearest to a root, the first one, or one farthest from a root.")};
        return d;
    }
};

HOROCYCLE_METHOD(EmbedSarkar);

}  // namespace

}  // namespace horo
