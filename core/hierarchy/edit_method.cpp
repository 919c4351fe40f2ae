// hierarchy.edit: rerooting, keeping, collapsing, cutting, merging and sorting as a method.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cctype>
#include <charconv>

#include "core/hierarchy/edit.h"
#include "core/method/registry.h"

namespace horo {

namespace {

Result<Node> nodeNamed(const Hierarchy& hierarchy, const std::string& name, const char* parameter) {
    if (const auto found = hierarchy.items()->rowOf(std::string_view(name))) return static_cast<Node>(*found);
    const auto nearest = nearestName(name, hierarchy.items()->names());
    return usageError(fmt::format("{} = {} is no node of the hierarchy at that step", parameter, name),
                      nearest.empty() ? "use a node's name as the hierarchy spells it"
                                      : fmt::format("did you mean '{}'?", nearest));
}

/// A whole number from 1.
std::optional<int> levelFrom(const std::string& text) {
    int level = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), level);
    if (fault != std::errc() || end != text.data() + text.size() || level < 1) return std::nullopt;
    return level;
}

Result<HierarchyPointer> collapse(const Hierarchy& hierarchy, const std::string& what) {
    const auto level = levelFrom(what);
    if (level && !hierarchy.items()->rowOf(std::string_view(what))) return collapsedLevel(hierarchy, *level);
    const auto node = nodeNamed(hierarchy, what, "collapse");
    if (!node) return node.error();
    if (hierarchy.isLeaf(*node))
        return usageError(fmt::format("collapse = {} is a leaf", what),
                          "name a node with children, or a level");
    std::vector<bool> remove(hierarchy.size());
    remove[*node] = true;
    return contracted(hierarchy, remove);
}

class HierarchyEdit final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "hierarchy.edit";
            d.version = "1";
            d.title = "Edit a hierarchy";
            d.summary =
                "Keeps a part, hangs it up at another root, collapses, cuts, merges chains and sorts, in "
                "this order.";
            d.citation = "Horocycle";
            d.inputs = {{"hierarchy", {Kind::Hierarchy}, "what to edit"}};
            d.outputs = {{"hierarchy", {Kind::Hierarchy}, "what it became"}};
            d.parameters = {
                text("keep", "Keep below", "Node that stays with all its descendants and nothing else."),
                text("reroot", "Root",
                     "Node that becomes a root: the edges among it and its ancestors turn."),
                text("collapse", "Collapse",
                     "Node, or level of inner nodes (1 = children of the roots), whose children move up in "
                     "its "
                     "place; a name goes before a number."),
                integer("cut", "Cut below", 0, 0, 1e6, "edges, 0 = not",
                        "Depth of the deepest nodes that stay, by the shortest way to a root."),
                boolean("merge_chains", "Merge chains", false,
                        "Takes out every node with one parent and one child."),
                choice("sort", "Sort children", {"none", "name", "leaves"},
                       "Order of the children: as it is, by name, or most leaves first.")};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const HierarchyPointer before = inputs.hierarchy("hierarchy");
        HierarchyPointer now = before;
        const auto edited = edit(now, parameters, context);
        if (!edited) return edited.error();
        Outcome outcome;
        Report& r = outcome.report;
        r.add("nodes", static_cast<double>(now->size()), "nodes that stayed");
        r.add("edges", static_cast<double>(now->edgeCount()), "edges");
        r.add("roots", static_cast<double>(now->roots().size()), "nodes without a parent");
        r.add("leaves", static_cast<double>(now->leafCount()), "nodes without a child");
        r.add("max_depth", now->maxDepth(), "longest path", "edges");
        r.add("removed", static_cast<double>(before->size() - now->size()), "nodes that went");
        outcome.output = now;
        outcome.name = nameOf(*before, parameters);
        return outcome;
    }

private:
    /// "Only whale", "Cut below 3, chains merged"; empty where nothing was asked for.
    static std::string nameOf(const Hierarchy& before, const Parameters& parameters) {
        const auto label = [&](const std::string& name) {
            const auto node = before.items()->rowOf(std::string_view(name));
            return node ? before.label(static_cast<Node>(*node)) : name;
        };
        std::vector<std::string> parts;
        if (const auto& name = parameters.text("keep"); !name.empty())
            parts.push_back(fmt::format("only {}", label(name)));
        if (const auto& name = parameters.text("reroot"); !name.empty())
            parts.push_back(fmt::format("rooted at {}", label(name)));
        if (const auto& what = parameters.text("collapse"); !what.empty())
            parts.push_back(levelFrom(what) ? fmt::format("level {} collapsed", what)
                                            : fmt::format("{} collapsed", label(what)));
        if (const auto depth = parameters.integer("cut"); depth > 0)
            parts.push_back(fmt::format("cut below {}", depth));
        if (parameters.boolean("merge_chains")) parts.push_back("chains merged");
        if (const auto& order = parameters.text("sort"); order != "none")
            parts.push_back(fmt::format("sorted by {}", order));
        std::string name = fmt::format("{}", fmt::join(parts, ", "));
        if (!name.empty()) name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
        return name;
    }

    static Parameter text(std::string name, std::string label, std::string help) {
        Parameter parameter;
        parameter.name = std::move(name);
        parameter.label = std::move(label);
        parameter.fallback = std::string();
        parameter.help = std::move(help);
        return parameter;
    }

    static Result<void> edit(HierarchyPointer& now, const Parameters& parameters, Context& context) {
        if (!context.keepGoing()) return cancelledError();
        if (const auto& name = parameters.text("keep"); !name.empty()) {
            const auto node = nodeNamed(*now, name, "keep");
            if (!node) return node.error();
            now = subtreeOf(*now, *node);
        }
        if (const auto& name = parameters.text("reroot"); !name.empty()) {
            const auto node = nodeNamed(*now, name, "reroot");
            if (!node) return node.error();
            now = rerooted(*now, *node);
        }
        if (!context.keepGoing()) return cancelledError();
        if (const auto& what = parameters.text("collapse"); !what.empty()) {
            auto collapsed = collapse(*now, what);
            if (!collapsed) return collapsed.error();
            now = std::move(*collapsed);
        }
        if (const auto depth = parameters.integer("cut"); depth > 0)
            now = cutBelow(*now, static_cast<int>(depth));
        if (!context.keepGoing()) return cancelledError();
        if (parameters.boolean("merge_chains")) now = mergedChains(*now);
        const auto& order = parameters.text("sort");
        if (order != "none")
            now = sortedChildren(*now, order == "name" ? SiblingOrder::Name : SiblingOrder::Leaves);
        return {};
    }
};

HOROCYCLE_METHOD(HierarchyEdit);

}  // namespace

}  // namespace horo
