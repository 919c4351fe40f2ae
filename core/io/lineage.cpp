// Lineages: one column a level, coarse first. And path strings: one path a line.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "core/io/delimited.h"
#include "core/io/path_tree.h"
#include "core/io/reader.h"

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
Result<void> addPath(PathTree& tree, const std::vector<std::string>& parts, const std::string& place) {
    uint32_t node = PathTree::top;
    bool ended = false;
    for (const auto& part : parts) {
        if (part.empty()) {
            ended = true;
            continue;
        }
        if (ended)
            return inputError(fmt::format("has an empty level before '{}'", part),
                              "fill it in, or move what follows to the left", place);
        node = tree.child(node, part);
    }
    return {};
}

class LineageReader final : public Reader {
public:
    std::string_view format() const override { return "lineage"; }
    std::vector<Kind> kinds() const override { return {Kind::Hierarchy}; }
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

    Result<Opened> read(const Source& source, Kind) const override {
        Opened opened;
        const auto text = readText(source, opened.origin);
        if (!text) return text.error();
        const auto stated = source.choice("header", {"infer", "yes", "no"});
        if (!stated) return stated.error();
        const auto split = splitDelimited(*text, detectSeparator(*text));
        if (!split)
            return Error{split.error().cause, split.error().advice, source.name + ":" + split.error().place};
        const auto& lines = split->lines;
        if (lines.empty()) return inputError("holds only empty lines", "give a lineage a line", source.name);
        const bool header = *stated == "yes" ||
                            (*stated == "infer" && std::ranges::all_of(lines.front().fields, isLevelName));
        PathTree tree;
        size_t levels = 0;
        for (size_t i = header ? 1 : 0; i < lines.size(); ++i) {
            levels = std::max(levels, lines[i].fields.size());
            const std::string place = fmt::format("{}:{}", source.name, lines[i].number);
            if (auto added = addPath(tree, lines[i].fields, place); !added) return added.error();
        }
        auto hierarchy = tree.finish();
        if (!hierarchy) return hierarchy.error();
        opened.details = {{"levels", std::to_string(levels)}, {"header", header ? "yes" : "no"}};
        opened.payload = *hierarchy;
        return opened;
    }
};

class PathsReader final : public Reader {
public:
    std::string_view format() const override { return "paths"; }
    std::vector<Kind> kinds() const override { return {Kind::Hierarchy}; }
    std::vector<std::string> endings() const override { return {".paths"}; }
    std::string_view help() const override { return "Paths, one a line, parts joined by / (?separator=)"; }

    Result<Opened> read(const Source& source, Kind) const override {
        Opened opened;
        const auto text = readText(source, opened.origin);
        if (!text) return text.error();
        const std::string separator = source.option("separator").value_or("/");
        if (separator.empty()) return usageError("the separator is empty", "give one, such as ?separator=/");
        PathTree tree;
        size_t number = 0;
        for (size_t begin = 0; begin < text->size();) {
            ++number;
            const size_t end = std::min(text->find('\n', begin), text->size());
            std::string_view line(text->data() + begin, end - begin);
            if (line.ends_with('\r')) line.remove_suffix(1);
            if (line.starts_with(separator)) line.remove_prefix(separator.size());
            if (line.ends_with(separator)) line.remove_suffix(separator.size());
            begin = end + 1;
            if (line.empty()) continue;
            std::vector<std::string> parts;
            for (size_t at = 0; at <= line.size();) {
                const size_t next = std::min(line.find(separator, at), line.size());
                parts.emplace_back(line.substr(at, next - at));
                at = next + separator.size();
            }
            if (auto added = addPath(tree, parts, fmt::format("{}:{}", source.name, number)); !added)
                return added.error();
        }
        auto hierarchy = tree.finish();
        if (!hierarchy) return hierarchy.error();
        opened.details["separator"] = separator;
        opened.payload = *hierarchy;
        return opened;
    }
};

HOROCYCLE_READER(LineageReader);
HOROCYCLE_READER(PathsReader);

}  // namespace

}  // namespace horo
