// measure.node-distortion: where in a hierarchy distances are off, as a table to colour by.
#include <cmath>
#include <limits>

#include "core/hierarchy/spanning_tree.h"
#include "core/measure/fitted_scale.h"
#include "core/measure/matched_rows.h"
#include "core/method/registry.h"

namespace horo {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

class MeasureNodeDistortion final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "measure.node-distortion";
            d.version = "1";
            d.title = "Distortion of nodes";
            d.summary =
                "How far the distances of each node, and its edge to the parent, are from path lengths.";
            d.citation = "Sala et al. 2018";
            d.inputs = {{"embedding", {Kind::Embedding}, "rows are matched to nodes by name"},
                        {"hierarchy", {Kind::Hierarchy}, "its undirected graph gives the path lengths"}};
            d.outputs = {{"table", {Kind::Table}, "a row a node: node, distortion, edge"}};
            d.parameters = {integer("pairs", "Pairs for the scale", 200000, 1000, 1e8, "drawn",
                                    "Pairs that the scale is fitted on."),
                            boolean("partial", "Allow missing rows", false,
                                    "Leaves nodes without a row out instead of refusing.")};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const Embedding& embedding = *inputs.embedding("embedding");
        const Hierarchy& hierarchy = *inputs.hierarchy("hierarchy");
        DistortionOptions options;
        options.partial = parameters.boolean("partial");
        options.seed = context.conditions().seed;
        options.threads = context.conditions().threads;
        options.pairs = static_cast<size_t>(parameters.integer("pairs"));
        double from = 0;
        options.progress = [&](double share) {
            context.progress({from + share * (1 - from), "comparing distances with paths", {}});
            return context.keepGoing();
        };
        const auto scale = fittedScale(embedding, hierarchy, options);
        if (!scale) return scale.error();
        from = .2;
        const auto nodes = nodeDistortion(embedding, hierarchy, scale->value, options);
        if (!nodes) return nodes.error();
        Outcome outcome;
        outcome.output = tableOf(embedding, hierarchy, *nodes, scale->value);
        scale->addTo(outcome.report);
        double sum = 0;
        int64_t count = 0;
        for (const auto& value : *nodes)
            if (value) sum += *value, ++count;
        if (count > 0)
            outcome.report.add("average_distortion", sum / static_cast<double>(count),
                               "mean over nodes of the mean of |d/s - d_G| / d_G over all other nodes", "",
                               count);
        return outcome;
    }

private:
    static std::shared_ptr<const Table> tableOf(const Embedding& embedding, const Hierarchy& hierarchy,
                                                const std::vector<std::optional<double>>& nodes,
                                                double scale) {
        const SpanningTree tree(hierarchy);
        const MatchedRows match(embedding, hierarchy);
        std::vector<std::string> names;
        std::vector<double> means, edges;
        for (Node v = 0; v < hierarchy.size(); ++v) {
            names.push_back(hierarchy.name(v));
            means.push_back(nodes[v].value_or(undefined));
            const Node parent = tree.parent(v);
            const bool both = parent != SpanningTree::none && match.rowOfNode[v] != MatchedRows::none &&
                              match.rowOfNode[parent] != MatchedRows::none;
            edges.push_back(both ? embedding.distance(match.sourceRows[match.rowOfNode[v]],
                                                      match.sourceRows[match.rowOfNode[parent]]) /
                                       scale
                                 : undefined);
        }
        auto table = std::make_shared<Table>();
        table->columns = {
            {"node", std::move(names)}, {"distortion", std::move(means)}, {"edge length", std::move(edges)}};
        return table;
    }
};

HOROCYCLE_METHOD(MeasureNodeDistortion);

}  // namespace

}  // namespace horo
