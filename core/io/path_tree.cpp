#include "core/io/path_tree.h"

#include <fmt/format.h>

#include <algorithm>

namespace horo {

namespace {
/// Bytes of paths that a deep tree of one repeated name may take.
constexpr size_t pathLimit = size_t{1} << 30;
}  // namespace

uint32_t PathTree::child(uint32_t parent, std::string_view name) {
    const auto [place, isNew] =
        children_.try_emplace({parent, std::string(name)}, static_cast<uint32_t>(nodes_.size()));
    if (isNew) nodes_.push_back({parent, std::string(name), true});
    return place->second;
}

uint32_t PathTree::unnamed(uint32_t parent) {
    nodes_.push_back({parent, {}, false});
    ++unnamed_;
    return static_cast<uint32_t>(nodes_.size() - 1);
}

Result<std::shared_ptr<const Hierarchy>> PathTree::finish(std::string_view prefix) const {
    std::unordered_map<std::string_view, uint32_t> count;
    for (const auto& node : nodes_)
        if (node.isNamed) ++count[node.name];
    std::vector<std::string> simple, names(nodes_.size()), labels(nodes_.size());
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
    std::vector<Hierarchy::Edge> edges;
    for (uint32_t i = 0; i < nodes_.size(); ++i)
        if (nodes_[i].parent != top) edges.push_back({nodes_[i].parent, i});
    auto items = Items::create(std::move(names));
    if (!items) return items.error();
    return Hierarchy::create(*items, std::move(edges),
                             {repeated ? std::move(labels) : std::vector<std::string>(), {}});
}

}  // namespace horo
