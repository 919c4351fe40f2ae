// Edge lists: two columns of names, more are left alone.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "core/io/delimited.h"
#include "core/io/hierarchy_reader.h"

namespace horo {

namespace {

enum class Order { Unknown, ParentChild, ChildParent };

struct Header {
    std::string_view first, second;
    Order order;
};

/// First lines that name columns. Where the names do not tell the direction, the structure decides.
constexpr std::array headers{
    Header{"parent", "child", Order::ParentChild},
    Header{"child", "parent", Order::ChildParent},
    Header{"ancestor", "child", Order::ParentChild},
    Header{"child", "ancestor", Order::ChildParent},
    Header{"ancestor", "descendant", Order::ParentChild},
    Header{"descendant", "ancestor", Order::ChildParent},
    Header{"hypernym", "hyponym", Order::ParentChild},
    Header{"hyponym", "hypernym", Order::ChildParent},
    Header{"superclass", "subclass", Order::ParentChild},
    Header{"subclass", "superclass", Order::ChildParent},
    Header{"source", "target", Order::Unknown},
    Header{"from", "to", Order::Unknown},
    Header{"id1", "id2", Order::Unknown},
};

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

const Header* headerOf(const DelimitedLine& line) {
    const std::string first = lower(line.fields[0]), second = lower(line.fields[1]);
    for (const auto& header : headers) {
        const auto fits = [](const std::string& field, std::string_view name) {
            return field == name || field == std::string(name) + "_id" || field == std::string(name) + "id";
        };
        if (fits(first, header.first) && fits(second, header.second)) return &header;
    }
    return nullptr;
}

/// Parents are fewer than children, as each node is named once or more as a child but only inner nodes as
/// parents.
Order inferOrder(const std::vector<DelimitedLine>& lines, size_t from, std::string& why) {
    std::unordered_set<std::string_view> first, second;
    for (size_t i = from; i < lines.size(); ++i) {
        first.insert(lines[i].fields[0]);
        second.insert(lines[i].fields[1]);
    }
    if (first.size() < second.size()) {
        why = fmt::format("the first column has {} different names, the second {}", first.size(),
                          second.size());
        return Order::ParentChild;
    }
    if (second.size() < first.size()) {
        why = fmt::format("the second column has {} different names, the first {}", second.size(),
                          first.size());
        return Order::ChildParent;
    }
    why = fmt::format("both columns have {} different names, so the usual order is taken", first.size());
    return Order::ParentChild;
}

class EdgesReader final : public TextHierarchyReader {
public:
    std::string_view format() const override { return "edges"; }
    std::vector<std::string> endings() const override { return {".tsv", ".csv", ".edges"}; }
    std::string_view help() const override {
        return "Edge list: a parent and a child a line (tsv, csv, spaces)";
    }
    bool recognises(const Source& source, std::string_view) const override {
        return source.name == "-" && source.scheme.empty();
    }

    bool readsLineByLine() const override { return true; }

protected:
    Result<HierarchyDraft> understand(const Source& source, const std::string& text) const override {
        HierarchyDraft draft;
        const auto stated = source.choice("order", {"infer", "parent-child", "child-parent"});
        if (!stated) return stated.error();
        const auto split = splitDelimited(text, detectSeparator(text));
        if (!split)
            return Error{split.error().cause, split.error().advice, source.name + ":" + split.error().place};
        const auto& lines = split->lines;
        if (lines.empty())
            return inputError("holds only empty lines", "give a parent and a child a line", source.name);
        for (const auto& line : lines)
            if (line.fields.size() < 2 || line.fields[0].empty() || line.fields[1].empty())
                return inputError(
                    fmt::format("has {} where a parent and a child are needed",
                                line.fields.size() < 2 ? "one field" : "an empty field"),
                    fmt::format("write two names a line, parted by a tab, a comma or spaces; the first line "
                                "has {}",
                                separatorName(split->separator)),
                    fmt::format("{}:{}", source.name, line.number));

        const Header* header = headerOf(lines.front());
        const size_t from = header ? 1 : 0;
        if (from == lines.size())
            return inputError("holds a head line and nothing else", "give a parent and a child a line",
                              source.name);
        Order order = *stated == "parent-child"   ? Order::ParentChild
                      : *stated == "child-parent" ? Order::ChildParent
                      : header                    ? header->order
                                                  : Order::Unknown;
        std::string how = *stated != "infer" ? "stated" : "named by the first line";
        if (order == Order::Unknown) {
            std::string why;
            order = inferOrder(lines, from, why);
            how = "inferred: " + why;
            draft.warnings.push_back(
                fmt::format("the order was taken as {} ({}); add ?order=... to state it",
                            order == Order::ParentChild ? "parent-child" : "child-parent", why));
        }
        draft.details = {{"order", order == Order::ParentChild ? "parent-child" : "child-parent"},
                         {"order_by", how},
                         {"header", header ? "yes" : "no"},
                         {"separator", separatorName(split->separator)}};
        if (header) draft.details["head_line"] = lines.front().fields[0] + ", " + lines.front().fields[1];
        if (header) draft.addRow(lines.front().number, "names of the columns");
        draft.choices = {choiceOf(source, "order",
                                  order == Order::ParentChild ? "parent-child" : "child-parent",
                                  {"parent-child", "child-parent"}, how)};
        if (*stated == "infer") draft.choices.front().by = how;
        addEdges(draft, lines, from, order);
        return draft;
    }

private:
    static std::string_view separatorName(char separator) {
        return separator == '\t' ? "tab" : separator == ',' ? "comma" : "spaces";
    }

    static void addEdges(HierarchyDraft& draft, const std::vector<DelimitedLine>& lines, size_t from,
                         Order order) {
        std::unordered_map<std::string_view, Node> nodes;
        const auto node = [&](const std::string& name) {
            const auto [place, fresh] = nodes.emplace(name, static_cast<Node>(draft.names.size()));
            if (fresh) draft.names.push_back(name);
            return place->second;
        };
        draft.edges.reserve(lines.size() - from);
        draft.edgeLines.reserve(lines.size() - from);
        for (size_t i = from; i < lines.size(); ++i) {
            Node parent = node(lines[i].fields[0]), child = node(lines[i].fields[1]);
            if (order == Order::ChildParent) std::swap(parent, child);
            draft.addEdge(parent, child, lines[i].number);
            if (draft.wantsRows())
                draft.addRow(lines[i].number, draft.names[parent] + " > " + draft.names[child]);
        }
    }
};

HOROCYCLE_READER(EdgesReader);

/// Rows of names, for methods that take pairs. Nothing is inferred.
class TableReader final : public Reader {
public:
    std::string_view format() const override { return "table"; }
    std::vector<Kind> kinds() const override { return {Kind::Table}; }
    std::vector<std::string> endings() const override { return {".tsv", ".csv", ".edges"}; }
    std::vector<std::string> endingsIfWanted() const override { return {".txt"}; }
    std::string_view help() const override { return "Table of texts (tsv, csv)"; }
    bool recognises(const Source& source, std::string_view) const override {
        return source.name == "-" && source.scheme.empty();
    }

    Result<Opened> read(const Source& source, Kind) const override {
        Opened opened;
        const auto text = readText(source, opened.origin);
        if (!text) return text.error();
        const auto split = splitDelimited(*text, detectSeparator(*text));
        if (!split)
            return Error{split.error().cause, split.error().advice, source.name + ":" + split.error().place};
        auto table = std::make_shared<Table>();
        table->header = false;
        const size_t columns = split->lines.empty() ? 0 : split->lines.front().fields.size();
        std::vector<std::vector<std::string>> values(columns);
        for (const auto& line : split->lines) {
            if (line.fields.size() != columns)
                return inputError(
                    fmt::format("has {} fields where the first line has {}", line.fields.size(), columns),
                    "give each line the same number of fields",
                    fmt::format("{}:{}", source.name, line.number));
            for (size_t c = 0; c < columns; ++c)
                values[c].push_back(line.fields[c]);
        }
        for (size_t c = 0; c < columns; ++c)
            table->columns.push_back({std::to_string(c), std::move(values[c])});
        opened.payload = std::shared_ptr<const Table>(std::move(table));
        return opened;
    }
};

HOROCYCLE_READER(TableReader);

}  // namespace

}  // namespace horo
