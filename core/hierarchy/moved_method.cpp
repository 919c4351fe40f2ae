// compare.moved: which nodes hang elsewhere in another hierarchy, as a table.
#include "core/hierarchy/matched_nodes.h"
#include "core/method/registry.h"

namespace horo {

namespace {

/// Names of all parents, joined by "; ".
std::string parentNames(const Hierarchy& h, Node v) {
    std::string names;
    for (const Node parent : h.parents(v))
        names += (names.empty() ? "" : "; ") + h.name(parent);
    return names;
}

class CompareMoved final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "compare.moved";
            d.version = "1";
            d.title = "List moved nodes";
            d.summary =
                "The nodes whose nearest shared ancestors differ between two hierarchies, with their "
                "parents.";
            d.citation = "Horocycle";
            d.inputs = {{"a", {Kind::Hierarchy}, "one"},
                        {"b", {Kind::Hierarchy}, "the other; matched by name"}};
            d.outputs = {{"moved", {Kind::Table}, "node, parents in a, parents in b"}};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters&, Context& context) const override {
        const auto a = inputs.hierarchy("a"), b = inputs.hierarchy("b");
        if (!context.keepGoing()) return cancelledError();
        const MatchedNodes nodes(*a, *b);
        if (!context.keepGoing()) return cancelledError();
        std::vector<std::string> name, above, other;
        for (const Node v : nodes.moved) {
            name.push_back(a->name(v));
            above.push_back(parentNames(*a, v));
            other.push_back(parentNames(*b, nodes.ofA[v]));
        }
        auto table = std::make_shared<Table>();
        table->columns = {
            {"node", std::move(name)}, {"parents_a", std::move(above)}, {"parents_b", std::move(other)}};
        Outcome outcome;
        outcome.report.add("matched", static_cast<double>(nodes.matched()), "names in both");
        outcome.report.add("moved", static_cast<double>(nodes.moved.size()),
                           "matched nodes whose nearest matched ancestors differ", "",
                           static_cast<int64_t>(nodes.matched()));
        outcome.output = std::shared_ptr<const Table>(std::move(table));
        return outcome;
    }
};

HOROCYCLE_METHOD(CompareMoved);

}  // namespace

}  // namespace horo
