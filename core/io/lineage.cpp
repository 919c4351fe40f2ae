// Lineages: one column a level, coarse first. And path strings: one path a line.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "core/io/delimited.h"
#include "core/io/hierarchy_reader.h"
#include "core/io/path_tree.h"

namespace horo {

namespace {

constexpr std::array rankNames{"kingdom", "superkingdom", "domain",  "phylum",   "class",      "order",
                               "family",  "genus",        "species", "category", "subcategory"};

std::string lowerCase(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

/// "level 1", "Level_2", "L3", "rank1", or the name of a rank.
bool isLevelName(const std::string& field) {
    const std::string name = lowerCase(field);
    if (std::ranges::find(rankNames, name) != rankNames.end()) return true;
    for (const std::string_view stem : {"level", "rank", "l"})
        if (name.starts_with(stem)) {
            const auto rest = std::string_view(name).substr(stem.size());
            const auto digit = rest.find_first_not_of(" _-");
            return digit == std::string_view::npos
                       ? stem != "l"
                       : rest.substr(digit).find_first_not_of("0123456789") == std::string_view::npos;
        }
    return false;
}

/// Adds one way from a root down; a cell that is empty may only be followed by empty ones.
Result<void> addPath(PathTree& tree, const std::vector<std::string>& parts, const std::string& file,
                     size_t line) {
    uint32_t node = PathTree::top;
    bool ended = false;
    for (const auto& part : parts) {
        if (part.empty()) {
            ended = true;
            continue;
        }
        if (ended)
            return inputError(fmt::format("has an empty level before '{}'", part),
                              "fill it in, or move what follows to the left",
                              fmt::format("{}:{}", file, line));
        node = tree.child(node, part, line);
    }
    return {};
}

std::string wayOf(const std::vector<std::string>& parts) {
    std::string way;
    for (const auto& part : parts)
        if (!part.empty()) way += (way.empty() ? "" : " > ") + part;
    return way;
}

class LineageReader final : public TextHierarchyReader {
public:
    std::string_view format() const override { return "lineage"; }
    std::string_view help() const override { return "Lineages: one column a level, coarse first (csv, tsv)"; }
    bool recognises(const Source& source, std::string_view head) const override {
        const auto ending = source.path().extension();
        if (ending != ".csv" && ending != ".tsv") return false;
        const auto split =
            splitDelimited(head.substr(0, head.find_last_of('\n') + 1), ending == ".csv" ? ',' : '\t');
        if (!split || split->lines.empty()) return false;
        const auto& first = split->lines.front().fields;
        return first.size() > 2 && std::ranges::all_of(first, isLevelName);
    }

    bool readsLineByLine() const override { return true; }

protected:
    Result<HierarchyDraft> understand(const Source& source, const std::string& text) const override {
        const auto stated = source.choice("header", {"infer", "yes", "no"});
        if (!stated) return stated.error();
        const auto split = splitDelimited(text, detectSeparator(text));
        if (!split)
            return Error{split.error().cause, split.error().advice, source.name + ":" + split.error().place};
        const auto& lines = split->lines;
        if (lines.empty()) return inputError("holds only empty lines", "give a lineage a line", source.name);
        const bool header = *stated == "yes" ||
                            (*stated == "infer" && std::ranges::all_of(lines.front().fields, isLevelName));
        PathTree tree;
        std::vector<UnderstoodRow> rows;
        if (header) rows.push_back({lines.front().number, {}, "names of the levels"});
        size_t levels = 0;
        for (size_t i = header ? 1 : 0; i < lines.size(); ++i) {
            levels = std::max(levels, lines[i].fields.size());
            if (auto added = addPath(tree, lines[i].fields, source.name, lines[i].number); !added)
                return added.error();
            if (rows.size() < HierarchyDraft::shownRows)
                rows.push_back({lines[i].number, {}, wayOf(lines[i].fields)});
        }
        if (tree.size() == 0) return inputError("holds no lineage", "give a lineage a line", source.name);
        auto draft = tree.draft();
        if (!draft) return draft.error();
        draft->rows = std::move(rows);
        draft->choices = {
            choiceOf(source, "header", header ? "yes" : "no", {"yes", "no"},
                     header ? "the first line names levels" : "the first line names no levels")};
        draft->details = {{"levels", std::to_string(levels)}, {"header", header ? "yes" : "no"}};
        return draft;
    }
};

class PathsReader final : public TextHierarchyReader {
public:
    std::string_view format() const override { return "paths"; }
    std::vector<std::string> endings() const override { return {".paths"}; }
    std::string_view help() const override { return "Paths, one a line, parts joined by / (?separator=)"; }

    bool readsLineByLine() const override { return true; }

protected:
    Result<HierarchyDraft> understand(const Source& source, const std::string& text) const override {
        const std::string separator = source.option("separator").value_or("/");
        if (separator.empty()) return usageError("the separator is empty", "give one, such as ?separator=/");
        PathTree tree;
        std::vector<UnderstoodRow> rows;
        size_t number = 0;
        for (size_t begin = 0; begin < text.size();) {
            ++number;
            const size_t end = std::min(text.find('\n', begin), text.size());
            std::string_view line(text.data() + begin, end - begin);
            if (line.ends_with('\r')) line.remove_suffix(1);
            if (line.starts_with(separator)) line.remove_prefix(separator.size());
            if (line.ends_with(separator)) line.remove_suffix(separator.size());
            begin = end + 1;
            if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
            std::vector<std::string> parts;
            for (size_t at = 0; at <= line.size();) {
                const size_t next = std::min(line.find(separator, at), line.size());
                parts.emplace_back(line.substr(at, next - at));
                at = next + separator.size();
            }
            if (auto added = addPath(tree, parts, source.name, number); !added) return added.error();
            if (rows.size() < HierarchyDraft::shownRows) rows.push_back({number, {}, wayOf(parts)});
        }
        if (tree.size() == 0) return inputError("holds no path", "give a path a line", source.name);
        auto draft = tree.draft();
        if (!draft) return draft.error();
        draft->rows = std::move(rows);
        draft->choices = {choiceOf(source, "separator", separator, {"/", ".", ">", "|", "::", ";"})};
        draft->choices.front().isOpen = true;
        draft->details["separator"] = separator;
        return draft;
    }
};

HOROCYCLE_READER(LineageReader);
HOROCYCLE_READER(PathsReader);

}  // namespace

}  // namespace horo
