// Indented text: one tab, or a constant number of spaces, a level.
#include <fmt/format.h>

#include <algorithm>

#include "core/io/hierarchy_reader.h"
#include "core/io/path_tree.h"

namespace horo {

namespace {

struct IndentedLine {
    size_t indent = 0;
    std::string_view name;
    size_t number = 0;
};

Result<std::vector<IndentedLine>> linesOf(std::string_view text, char& filler, const std::string& file) {
    std::vector<IndentedLine> lines;
    size_t number = 0;
    for (size_t begin = 0; begin < text.size();) {
        ++number;
        const size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line = text.substr(begin, end - begin);
        begin = end + 1;
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
            line.remove_suffix(1);
        if (line.empty()) continue;
        const size_t indent = line.find_first_not_of(" \t");
        const auto blank = line.substr(0, indent);
        if (!blank.empty() && filler == 0) filler = blank.front();
        if (blank.find(filler == '\t' ? ' ' : '\t') != std::string_view::npos)
            return inputError("mixes tabs and spaces at its beginning", "use one of them in the whole file",
                              fmt::format("{}:{}", file, number));
        lines.push_back({indent, line.substr(indent), number});
    }
    return lines;
}

class IndentedReader final : public TextHierarchyReader {
public:
    std::string_view format() const override { return "indented"; }
    std::vector<std::string> endingsIfWanted() const override { return {".txt"}; }
    std::string_view help() const override { return "Indented text: a tab or some spaces a level"; }

    bool readsLineByLine() const override { return true; }

protected:
    Result<HierarchyDraft> understand(const Source& source, const std::string& text) const override {
        char filler = 0;
        const auto lines = linesOf(text, filler, source.name);
        if (!lines) return lines.error();
        if (lines->empty())
            return inputError("holds only empty lines", "give a node a line, indented below its parent",
                              source.name);
        size_t width = 0;
        for (const auto& line : *lines)
            if (line.indent > 0 && (width == 0 || line.indent < width)) width = line.indent;
        width = std::max<size_t>(width, 1);
        PathTree tree;
        std::vector<uint32_t> path;
        for (const auto& line : *lines) {
            const std::string place = fmt::format("{}:{}", source.name, line.number);
            const size_t level = line.indent / width;
            if (line.indent % width != 0)
                return inputError(
                    fmt::format("is indented by {}, which is no multiple of {}", line.indent, width),
                    "indent each level by the same number of spaces", place);
            if (level > path.size())
                return inputError(
                    fmt::format("is {} levels deeper than the line before", level + 1 - path.size()),
                    "indent by one level at a time", place);
            path.resize(level);
            path.push_back(tree.child(level == 0 ? PathTree::top : path.back(), line.name, line.number));
        }
        auto draft = tree.draft();
        if (!draft) return draft.error();
        draft->details["indent"] = filler == '\t' ? "tab" : fmt::format("{} spaces", width);
        return draft;
    }
};

HOROCYCLE_READER(IndentedReader);

}  // namespace

}  // namespace horo
