#include "core/io/tree_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/io/delimited.h"
#include "core/io/skos_text.h"

namespace horo {

namespace {

constexpr std::array<std::string_view, 8> endings{".nwk", ".newick", ".tree", ".json",
                                                  ".txt", ".paths",  ".obo",  ".ttl"};
constexpr size_t pathLimit = size_t{1}
                             << 30;  ///< bytes of all paths; those of a deep comb grow as its square

std::string_view ownName(const Hierarchy& h, Node v) {
    const std::string &name = h.name(v), &label = h.label(v);
    const bool isPath =
        name.size() > label.size() && name.ends_with(label) && name[name.size() - label.size() - 1] == '/';
    return isPath ? label : name;
}

/// Depth first without recursion: `enter` before the children of a node, `leave` after them.
template <class Enter, class Leave>
void walk(const Hierarchy& h, Enter&& enter, Leave&& leave) {
    struct Step {
        Node node;
        size_t child;
    };
    std::vector<Step> path;
    for (const Node root : h.roots()) {
        enter(root, path.size(), root == h.roots().front());
        path.push_back({root, 0});
        while (!path.empty()) {
            auto& [node, child] = path.back();
            if (child < h.children(node).size()) {
                const bool first = child == 0;
                const Node next = h.children(node)[child++];
                enter(next, path.size(), first);
                path.push_back({next, 0});
            } else {
                const Node done = node;
                path.pop_back();
                leave(done, path.size());
            }
        }
    }
}

std::string newickName(std::string_view name) {
    if (!name.empty() && name.find_first_of("()[]':;, \t\r\n") == std::string_view::npos)
        return std::string(name);
    std::string quoted = "'";
    for (const char c : name) {
        quoted += c;
        if (c == '\'') quoted += c;
    }
    return quoted + "'";
}

std::string newick(const Hierarchy& h) {
    std::string text;
    walk(
        h,
        [&](Node v, size_t depth, bool first) {
            if (depth > 0 && !first) text += ',';
            if (!h.isLeaf(v)) text += '(';
        },
        [&](Node v, size_t depth) {
            if (!h.isLeaf(v)) text += ')';
            text += newickName(ownName(h, v));
            if (depth == 0) text += ";\n";
        });
    return text;
}

std::string json(const Hierarchy& h) {
    const bool isForest = h.roots().size() > 1;
    std::string text = isForest ? "[" : "";
    walk(
        h,
        [&](Node v, size_t, bool first) {
            if (!first) text += ",\n";
            text += "{\"name\": " + nlohmann::json(ownName(h, v)).dump();
            if (!h.isLeaf(v)) text += ", \"children\": [";
        },
        [&](Node v, size_t) { text += h.isLeaf(v) ? "}" : "]}"; });
    return text + (isForest ? "]\n" : "\n");
}

std::string indented(const Hierarchy& h) {
    std::string text;
    walk(
        h,
        [&](Node v, size_t depth, bool) {
            if (text.size() > pathLimit) return;
            text.append(depth, '\t');
            text += ownName(h, v);
            text += '\n';
        },
        [](Node, size_t) {});
    return text;
}

std::string paths(const Hierarchy& h) {
    std::string text, path;
    walk(
        h,
        [&](Node v, size_t depth, bool) {
            if (depth > 0) path += '/';
            path += ownName(h, v);
            if (h.isLeaf(v) && text.size() <= pathLimit) text += path + '\n';
        },
        [&](Node v, size_t depth) { path.resize(path.size() - ownName(h, v).size() - (depth > 0 ? 1 : 0)); });
    return text;
}

std::string oboValue(std::string_view value) {
    std::string text;
    for (const char c : value) {
        if (c == '\n') {
            text += "\\n";
            continue;
        }
        if (c == '\\' || c == '!' || c == '{' || c == '"') text += '\\';
        text += c;
    }
    return text;
}

std::string obo(const Hierarchy& h) {
    std::string text = "format-version: 1.4\n";
    for (Node v = 0; v < h.size(); ++v) {
        text += fmt::format("\n[Term]\nid: {}\nname: {}\n", oboValue(h.name(v)), oboValue(h.label(v)));
        if (!h.gloss(v).empty()) text += fmt::format("def: \"{}\" []\n", oboValue(h.gloss(v)));
        for (const Node parent : h.parents(v))
            text += fmt::format("is_a: {}\n", oboValue(h.name(parent)));
    }
    return text;
}

Result<void> checkTree(const Hierarchy& h, std::string_view format) {
    for (Node v = 0; v < h.size(); ++v)
        if (h.parents(v).size() > 1)
            return inputError(
                fmt::format("{} has {} parents, which {} cannot say", h.name(v), h.parents(v).size(), format),
                "write an edge list (.tsv), .obo or .ttl");
    return {};
}

Error tooDeep() {
    return inputError(fmt::format("it is so deep that the file would take more than {} MB", pathLimit >> 20),
                      "write .json or .nwk");
}

}  // namespace

bool isTreeEnding(std::string_view ending) {
    return std::ranges::find(endings, ending) != endings.end();
}

Result<std::string> treeText(const Hierarchy& h, std::string_view ending) {
    if (ending == ".obo") return obo(h);
    if (ending == ".ttl") return skosText(h);
    if (auto tree = checkTree(h, ending); !tree) return tree.error();
    for (Node v = 0; v < h.size(); ++v) {
        const auto name = ownName(h, v);
        if (ending == ".txt" && (name.find_first_of("\r\n") != std::string_view::npos || name.empty() ||
                                 std::isspace(static_cast<unsigned char>(name.front())) ||
                                 std::isspace(static_cast<unsigned char>(name.back()))))
            return inputError(fmt::format("the name '{}' cannot stand in indented text", name),
                              "write .json or .nwk");
        if (ending == ".paths" && (name.find_first_of("/\r\n") != std::string_view::npos || name.empty()))
            return inputError(fmt::format("the name '{}' cannot stand in a path", name),
                              "write .json or .nwk");
    }
    if (ending == ".json") return json(h);
    if (ending == ".txt" || ending == ".paths") {
        auto text = ending == ".txt" ? indented(h) : paths(h);
        return text.size() > pathLimit ? Result<std::string>(tooDeep()) : Result(std::move(text));
    }
    return newick(h);
}

Result<std::string> lineageText(const Hierarchy& h, char separator) {
    if (auto tree = checkTree(h, "a lineage"); !tree) return tree.error();
    std::string text;
    for (int level = 1; level <= h.maxDepth() + 1; ++level)
        text += fmt::format("{}level_{}", level == 1 ? "" : std::string(1, separator), level);
    text += '\n';
    std::string way;
    std::vector<size_t> ends;  // of the way to each node above
    Node unnamed = static_cast<Node>(h.size());
    walk(
        h,
        [&](Node v, size_t depth, bool) {
            if (ownName(h, v).empty()) unnamed = v;
            if (depth > 0) way += separator;
            way += quoteField(std::string(ownName(h, v)), separator);
            ends.push_back(way.size());
            if (h.isLeaf(v) && text.size() <= pathLimit) text += way + '\n';
        },
        [&](Node, size_t) {
            ends.pop_back();
            way.resize(ends.empty() ? 0 : ends.back());
        });
    if (unnamed < h.size())
        return inputError("an empty name cannot stand in a lineage", "write .json or .nwk");
    if (text.size() > pathLimit) return tooDeep();
    return text;
}

}  // namespace horo
