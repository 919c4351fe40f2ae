// embed.labels: class vectors from a hierarchy as a method.
#include <fmt/format.h>

#include "core/embedding/label_vectors.h"
#include "core/method/registry.h"

namespace horo {

namespace {

class EmbedLabels final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "embed.labels";
            d.version = "1";
            d.title = "Class vectors";
            d.summary = "Gives each leaf a vector that says where it stands, without training.";
            d.citation = "Barz & Denzler 2019 (lca); Akata et al. 2015 (ancestors)";
            d.inputs = {{"hierarchy", {Kind::Hierarchy}, "its leaves are the classes"}};
            d.outputs = {{"embedding", {Kind::Embedding}, "one row a leaf"}};
            d.parameters = {choice(
                "how", "How", {"lca", "ancestors"},
                "Unit vectors with dot products 1 - height of the lowest common ancestor / height of the "
                "root, or a 1 for the leaf and each of its ancestors.")};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& p, Context& context) const override {
        const auto hierarchy = inputs.hierarchy("hierarchy");
        const bool lca = p.text("how") == "lca";
        const double leaves = static_cast<double>(hierarchy->leafCount());
        double done = 0;
        const auto keepGoing = [&] {
            context.progress({std::min(1.0, done++ / leaves), "leaf by leaf", {}});
            return context.keepGoing();
        };
        auto made = lca ? similarityVectors(*hierarchy, keepGoing) : ancestorVectors(*hierarchy, keepGoing);
        if (!made) return made.error();
        if (!*made) return cancelledError();
        Outcome outcome;
        Report& r = outcome.report;
        r.add("leaves", leaves, "nodes without a child: rows");
        r.add("columns", static_cast<double>((*made)->columns()),
              lca ? "one a leaf, in their order" : "one a node, in the order of the hierarchy");
        if (lca && hierarchy->multiParentCount() > 0)
            r.warnings.push_back(
                fmt::format("{} nodes have several parents: common ancestors and heights are those of the "
                            "spanning tree, where "
                            "each stands under its first parent of least depth; how=ancestors keeps all",
                            hierarchy->multiParentCount()));
        if (lca && hierarchy->roots().size() > 1)
            r.warnings.push_back(
                fmt::format("{} roots count as children of one above them: leaves of different "
                            "roots have the dot product 0",
                            hierarchy->roots().size()));
        outcome.output = std::make_shared<const Embedding>(std::move(**made));
        return outcome;
    }
};

HOROCYCLE_METHOD(EmbedLabels);

}  // namespace

}  // namespace horo
