// hierarchy.linkage: the tree that the distances of an embedding imply, as a hierarchy.
#include <fmt/format.h>

#include <algorithm>

#include "core/method/registry.h"
#include "core/spaces/linkage_parameter.h"

namespace horo {

namespace {

class HierarchyLinkage final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "hierarchy.linkage";
            d.version = "1";
            d.title = "Tree of an embedding";
            d.summary =
                "The binary tree that the distances of an embedding imply by agglomerative clustering; "
                "compare.hierarchies says how far it agrees with a given one.";
            d.citation = "Murtagh 1983; Müllner 2011";
            d.inputs = {{"embedding", {Kind::Embedding}, "rows under their own geometry: the leaves"}};
            d.outputs = {{"hierarchy",
                          {Kind::Hierarchy},
                          "leaves named as the rows, and a node 'cluster 1', 'cluster 2'... for each merge, "
                          "nearest first"}};
            d.parameters = {linkageParameter()};
            return d;
        }();
        return d;
    }

    Estimate estimate(const Inputs& inputs, const Parameters& parameters, const Conditions&) const override {
        return linkageEstimate(inputs, parameters);
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto embedding = inputs.embedding("embedding");
        if (const auto usable = requireUsable(*embedding); !usable) return usable.error();
        if (embedding->rows() == 0) return inputError("there are no rows", "give an embedding with rows");
        const auto tree = linkage(RowDistances(*embedding), linkageFrom(parameters),
                                  linkageOptions(context, "joining clusters"));
        if (!tree) return tree.error();
        auto hierarchy = hierarchyOf(*tree, *embedding->items);
        if (!hierarchy) return hierarchy.error();
        Outcome outcome;
        Report& r = outcome.report;
        r.add("leaves", static_cast<double>(tree->rows), "rows");
        r.add("max_depth", (*hierarchy)->maxDepth(), "longest path", "edges");
        if (tree->merges.empty())
            r.addUndefined("height", "there is one row", "distance of the two clusters that are joined last");
        else
            r.add("height", tree->merges.back().height, "distance of the two clusters that are joined last");
        outcome.output = std::move(*hierarchy);
        outcome.name = fmt::format("Tree by {} linkage", parameters.text("linkage"));
        return outcome;
    }

private:
    static Result<std::shared_ptr<const Hierarchy>> hierarchyOf(const Dendrogram& tree, const Items& rows) {
        std::vector<std::string> names = rows.names();
        std::string kind = "cluster ";
        while (std::ranges::any_of(names, [&](const std::string& name) { return name.starts_with(kind); }))
            kind.insert(0, "joined ");
        std::vector<Hierarchy::Edge> edges;
        for (const auto& merge : tree.merges) {
            const auto made = static_cast<Node>(names.size());
            names.push_back(kind + std::to_string(made + 1 - tree.rows));
            edges.push_back({made, merge.first});
            edges.push_back({made, merge.second});
        }
        auto items = Items::create(std::move(names), rows.space());
        if (!items) return items.error();
        return Hierarchy::create(std::move(*items), std::move(edges));
    }
};

HOROCYCLE_METHOD(HierarchyLinkage);

}  // namespace

}  // namespace horo
