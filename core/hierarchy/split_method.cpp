// hierarchy.split: holding out a share of the closure as a method.
#include <fmt/format.h>

#include "core/hierarchy/split.h"
#include "core/method/registry.h"

namespace horo {

namespace {

/// Two columns of names, the child first: what link prediction takes.
std::shared_ptr<const Table> pairTable(const Hierarchy& hierarchy,
                                       const std::vector<Hierarchy::Edge>& edges) {
    std::vector<std::string> children, ancestors;
    for (const auto& edge : edges) {
        children.push_back(hierarchy.name(edge.child));
        ancestors.push_back(hierarchy.name(edge.parent));
    }
    auto table = std::make_shared<Table>();
    table->columns = {{"child", std::move(children)}, {"ancestor", std::move(ancestors)}};
    return table;
}

/// Nodes that stand in no pair: an edge list does not hold them.
size_t loneNodes(size_t nodes, const std::vector<Hierarchy::Edge>& edges) {
    std::vector<bool> seen(nodes);
    size_t count = nodes;
    for (const auto& edge : edges)
        for (const Node v : {edge.parent, edge.child})
            if (!seen[v]) seen[v] = true, --count;
    return count;
}

class HierarchySplit final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "hierarchy.split";
            d.version = "2";
            d.title = "Hold out pairs";
            d.summary = "Holds a share of the closure out of training, transitive pairs first.";
            d.citation = "Ganea et al. 2018";
            d.inputs = {{"hierarchy", {Kind::Hierarchy}, "its closure is parted"}};
            d.outputs = {{"train", {Kind::Hierarchy}, "the pairs of training, a parent and a child a line"},
                         {"heldout", {Kind::Table}, "the pairs held out, a child and an ancestor a line"}};
            d.parameters = {
                real("share", "Share", 0.1, 0, 1, "of pairs", "Share of the closure that is held out.")};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto hierarchy = inputs.hierarchy("hierarchy");
        context.progress({0, "closing the hierarchy", {}});
        if (!context.keepGoing()) return cancelledError();
        const auto closure = Closure::create(*hierarchy);
        if (!closure) return closure.error();
        if (!context.keepGoing()) return cancelledError();
        ClosureSplit split =
            splitClosure(*hierarchy, *closure, parameters.real("share"), context.conditions().seed);
        if (!context.keepGoing()) return cancelledError();

        Outcome outcome;
        Report& r = outcome.report;
        r.add("pairs", static_cast<double>(closure->pairCount()),
              "(node, proper ancestor) pairs of the closure");
        r.add("train", static_cast<double>(split.train.size()), "pairs for training");
        r.add("heldout", static_cast<double>(split.heldOut.size()), "pairs held out");
        r.add("transitive", static_cast<double>(split.transitive), "pairs that other pairs imply");
        r.add("basic_heldout", static_cast<double>(split.basicHeldOut),
              "pairs held out that nothing implies");
        outcome.others["heldout"] = pairTable(*hierarchy, split.heldOut);
        if (const size_t lone = loneNodes(hierarchy->size(), split.train))
            r.warnings.push_back(
                fmt::format("{} nodes stand in no training pair: an edge list does not hold them", lone));
        auto train = Hierarchy::create(hierarchy->items(), std::move(split.train), hierarchy->texts());
        if (!train) return train.error();
        outcome.output = *train;
        return outcome;
    }
};

HOROCYCLE_METHOD(HierarchySplit);

}  // namespace

}  // namespace horo
