#include "core/annotation/changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>


namespace horo {

namespace {

Result<size_t> rowNamed(const Items& items, const std::string& name) {
    if (const auto row = items.rowOf(std::string_view(name))) return *row;
    const auto nearest = nearestName(name, items.names());
    return inputError(fmt::format("there is no item called '{}'", name),
                      nearest.empty() ? "use the name as it stands in the file"
                                      : fmt::format("did you mean '{}'?", nearest));
}

Result<Change> changeFrom(std::string_view line) {
    const size_t first = line.find('\t'), second = first == line.npos ? first : line.find('\t', first + 1);
    const std::string_view what = line.substr(0, first);
    if (second == line.npos || second == first + 1 || (what != "label" && what != "move"))
        return inputError(fmt::format("\"{}\" is no change", line),
                          "write label, the item and its label, or move, the node and its parent, with tabs "
                          "between them");
    return Change{what == "label" ? Change::What::Label : Change::What::Move,
                  std::string(line.substr(first + 1, second - first - 1)),
                  std::string(line.substr(second + 1))};
}

}  // namespace

Result<std::vector<Change>> changesFromText(std::string_view text) {
    std::vector<Change> changes;
    while (!text.empty()) {
        const size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) continue;
        auto change = changeFrom(line);
        if (!change) return change.error();
        changes.push_back(std::move(*change));
    }
    return changes;
}

std::string textOf(const std::vector<Change>& changes) {
    std::string text;
    for (const Change& change : changes)
        text += fmt::format("{}\t{}\t{}\n", change.what == Change::What::Label ? "label" : "move",
                            change.item, change.value);
    return text;
}

Result<std::shared_ptr<const Hierarchy>> changed(const Hierarchy& hierarchy,
                                                 const std::vector<Change>& changes) {
    Hierarchy::Texts texts = hierarchy.texts();
    std::unordered_map<Node, std::optional<Node>> parents;  // of moved nodes; none = a root
    for (const Change& change : changes) {
        const auto row = rowNamed(*hierarchy.items(), change.item);
        if (!row) return row.error();
        const auto node = static_cast<Node>(*row);
        if (change.what == Change::What::Label) {
            if (texts.labels.empty()) texts.labels = hierarchy.items()->names();
            texts.labels[node] = change.value;
            continue;
        }
        parents[node] = std::nullopt;
        if (change.value.empty()) continue;
        const auto parent = rowNamed(*hierarchy.items(), change.value);
        if (!parent) return parent.error();
        parents[node] = static_cast<Node>(*parent);
    }
    std::vector<Hierarchy::Edge> edges = hierarchy.edges();
    std::erase_if(edges, [&](const auto& edge) { return parents.contains(edge.child); });
    std::vector<Hierarchy::Edge> moved;
    for (const auto& [node, parent] : parents) {
        if (parent == node)
            return inputError(fmt::format("'{}' cannot stand below itself", hierarchy.name(node)),
                              "move it below another node");
        if (parent) moved.push_back({*parent, node});
    }
    std::ranges::sort(moved);  // last among their new siblings, in the order of nodes
    edges.insert(edges.end(), moved.begin(), moved.end());
    return Hierarchy::create(hierarchy.items(), std::move(edges), std::move(texts));
}

Result<std::shared_ptr<const Embedding>> changed(const Embedding& embedding,
                                                 const std::vector<Change>& changes) {
    if (const auto usable = requireUsable(embedding); !usable) return usable.error();
    auto out = std::make_shared<Embedding>(embedding);
    if (out->labels.empty()) out->labels.resize(embedding.rows());
    for (const Change& change : changes) {
        if (change.what == Change::What::Move)
            return inputError("rows of an embedding have no parent", "move a node of the hierarchy");
        const auto row = rowNamed(*embedding.items, change.item);
        if (!row) return row.error();
        out->labels[*row] = change.value;
    }
    return std::shared_ptr<const Embedding>(std::move(out));
}

}  // namespace horo
