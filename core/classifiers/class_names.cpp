#include "core/classifiers/class_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace horo {

namespace {

template <class Names>
std::string firstOf(const Names& names) {
    constexpr size_t shown = 5;
    std::string text;
    for (size_t i = 0; i < std::min(shown, names.size()); ++i)
        text += (i ? ", " : "") + std::string(names[i]);
    return text + (names.size() > shown ? "..." : "");
}

std::vector<std::string> namesOf(const std::vector<Node>& nodes, const ClassTree& tree) {
    std::vector<std::string> names;
    for (const Node v : nodes)
        names.push_back(tree.name(v));
    return names;
}

}  // namespace

Result<Node> ClassNames::find(const std::string& text) {
    if (const auto known = found_.find(text); known != found_.end()) return known->second;
    const auto nodes = names_.find(text);
    if (nodes.empty())
        return inputError(fmt::format("the class '{}' is no node of the hierarchy", text),
                          "write names of nodes, or endings of their paths");
    if (nodes.size() > 1)
        return inputError(
            fmt::format("the class '{}' may be any of {}", text, firstOf(namesOf(nodes, tree_))),
            "write more of its path");
    found_.emplace(text, nodes.front());
    return nodes.front();
}

Result<std::vector<Node>> ClassNames::findSet(const std::string& text) {
    if (text.find(';') == std::string::npos || tree_.hierarchy().items()->rowOf(std::string_view(text))) {
        const auto one = find(text);
        if (!one) return one.error();
        return std::vector<Node>{*one};
    }
    std::vector<Node> nodes;
    for (size_t begin = 0; begin <= text.size();) {
        const size_t end = std::min(text.find(';', begin), text.size());
        const auto node = find(text.substr(begin, end - begin));
        if (!node) return node.error();
        nodes.push_back(*node);
        begin = end + 1;
    }
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
}

Result<ClassColumns> ClassColumns::match(const std::vector<std::string>& classes, const ClassTree& tree,
                                         ClassNames& names) {
    ClassColumns columns;
    std::vector<std::string> strangers;
    std::vector<bool> isTaken(tree.size(), false);
    std::optional<Error> first;
    for (const auto& name : classes) {
        const auto node = names.find(name);
        if (!node) {
            strangers.push_back(name);
            if (!first) first = node.error();
            continue;
        }
        if (isTaken[*node])
            return inputError(fmt::format("two columns are the class '{}'", tree.name(*node)),
                              "give each class one column");
        isTaken[*node] = true;
        columns.nodes.push_back(*node);
        if (!tree.isLeaf(*node)) columns.inner.push_back(*node);
    }
    if (strangers.size() > 1)
        return inputError(fmt::format("{} of {} classes are no node of the hierarchy, or several: {}",
                                      strangers.size(), classes.size(), firstOf(strangers)),
                          "give the hierarchy of these classes, or rename them");
    if (first) return *first;
    for (Node v = 0; v < tree.size(); ++v)
        if (tree.isLeaf(v) && !isTaken[v]) columns.missing.push_back(v);
    return columns;
}

std::vector<std::string> ClassColumns::warnings(const ClassTree& tree) const {
    std::vector<std::string> all;
    if (!missing.empty())
        all.push_back(fmt::format("{} leaves have no column and count as impossible: {}", missing.size(),
                                  firstOf(namesOf(missing, tree))));
    if (!inner.empty())
        all.push_back(fmt::format("{} classes are no leaves and keep a mass of their own: {}", inner.size(),
                                  firstOf(namesOf(inner, tree))));
    return all;
}

}  // namespace horo
