#include "core/io/path_tree.h"

#include <fmt/format.h>

#include <algorithm>

namespace horo {

namespace {
/// Bytes of paths that a deep tree of one repeated name may take.
constexpr size_t pathLimit = size_t{1} << 30;
}  // namespace

uint32_t PathTree::child(uint32_t parent, std::string_view name, size_t line) {
    const auto [place, isNew] =
        children_.try_emplace({parent, std::string(name)}, static_cast<uint32_t>(nodes_.size()));
    if (isNew) nodes_.push_back({parent, std::string(name), true, static_cast<uint32_t>(line)});
    return place->second;
}

uint32_t PathTree::unnamed(uint32_t parent, size_t line) {
    nodes_.push_back({parent, {}, false, static_cast<uint32_t>(line)});
    ++unnamed_;
    return static_cast<uint32_t>(nodes_.size() - 1);
}

Result<HierarchyDraft> PathTree::draft(std::string_view prefix) const {
    std::unordered_map<std::string_view, uint32_t> count;
    for (const auto& node : nodes_)
        if (node.isNamed) ++count[node.name];
    HierarchyDraft draft;
    auto& names = draft.names;
    names.resize(nodes_.size());
    std::vector<std::string> labels(nodes_.size());
    size_t number = 0;
    bool repeated = false;
    for (size_t i = 0; i < nodes_.size(); ++i) {
        labels[i] = nodes_[i].name;
        if (nodes_[i].isNamed) continue;
        do
            labels[i] = fmt::format("{} {}", prefix, ++number);
        while (count.contains(labels[i]));
    }
    size_t bytes = 0;
    for (uint32_t i = 0; i < nodes_.size(); ++i) {
        names[i] = labels[i];
        if (!nodes_[i].isNamed || count.at(nodes_[i].name) == 1) continue;
        repeated = true;
        std::vector<uint32_t> path;
        for (uint32_t v = i; v != top; v = nodes_[v].parent) {
            path.push_back(v);
            bytes += labels[v].size() + 1;
            if (bytes > pathLimit)
                return inputError(
                    fmt::format("the name '{}' repeats so deep that paths do not fit into memory", labels[i]),
                    "give nodes different names");
        }
        names[i].clear();
        for (auto v = path.rbegin(); v != path.rend(); ++v)
            names[i] += (names[i].empty() ? "" : "/") + labels[*v];
    }
    for (uint32_t i = 0; i < nodes_.size(); ++i)
        if (nodes_[i].parent != top) draft.addEdge(nodes_[i].parent, i, nodes_[i].line);
    if (repeated) draft.texts.labels = std::move(labels);
    return draft;
}

}  // namespace horo
