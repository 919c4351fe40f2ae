#include "core/data/tag_table.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace horo {

namespace {

const Items* itemsOf(const Object& object) {
    if (const auto hierarchy = object.as<Hierarchy>()) return hierarchy->items().get();
    if (const auto embedding = object.as<Embedding>()) return embedding->items.get();
    return nullptr;
}

struct NamedItem {
    std::string name, label;
};

/// What the first object that has an item calls it, and the first label that any gives it.
std::optional<NamedItem> named(const Workspace& workspace, ItemId item) {
    std::optional<NamedItem> found;
    for (const auto& object : workspace.objects) {
        const Items* items = itemsOf(*object);
        const auto row = items ? items->rowOf(item) : std::nullopt;
        if (!row) continue;
        if (!found) found = NamedItem{items->name(*row), {}};
        const auto embedding = object->as<Embedding>();
        const auto hierarchy = object->as<Hierarchy>();
        if (!found->label.empty()) continue;
        if (hierarchy) found->label = hierarchy->label(static_cast<Node>(*row));
        if (embedding && *row < embedding->labels.size()) found->label = embedding->labels[*row];
    }
    return found;
}

std::vector<ItemId> itemsToTell(const Workspace& workspace) {
    if (!workspace.selection.empty()) {
        const auto ids = workspace.selection.ids();
        return {ids.begin(), ids.end()};
    }
    std::set<ItemId> all;
    for (const auto& [name, selection] : workspace.kept)
        all.insert(selection.ids().begin(), selection.ids().end());
    return {all.begin(), all.end()};
}

/// Whether each row of a column is marked.
bool isMarked(const Column& column, size_t row) {
    if (const auto* numbers = std::get_if<std::vector<double>>(&column.values))
        return (*numbers)[row] == (*numbers)[row] && (*numbers)[row] != 0;
    const std::string& text = std::get<std::vector<std::string>>(column.values)[row];
    return !text.empty() && text != "0" && text != "no" && text != "false";
}

/// A table of texts without a header: its first row are the names.
Table withHeader(const Table& table) {
    if (table.header) return table;
    Table named;
    for (const Column& column : table.columns) {
        const auto* texts = std::get_if<std::vector<std::string>>(&column.values);
        if (!texts || texts->empty()) return table;
        named.columns.push_back({texts->front(), std::vector<std::string>(texts->begin() + 1, texts->end())});
    }
    return named;
}

/// The names in a column; numbers as rows are numbered.
std::vector<std::string> namesIn(const Column& column) {
    if (const auto* texts = std::get_if<std::vector<std::string>>(&column.values)) return *texts;
    std::vector<std::string> names;
    for (const double number : std::get<std::vector<double>>(column.values))
        names.push_back(std::to_string(static_cast<int64_t>(number)));
    return names;
}

}  // namespace

Table tagTable(const Workspace& workspace) {
    std::vector<std::string> names, labels;
    std::vector<double> selected;
    std::vector<ItemId> rows;
    for (const ItemId item : itemsToTell(workspace)) {
        auto found = named(workspace, item);
        if (!found) continue;
        names.push_back(std::move(found->name)), labels.push_back(std::move(found->label));
        selected.push_back(workspace.selection.contains(item));
        rows.push_back(item);
    }
    Table table;
    table.columns = {
        {"id", std::move(names)}, {"label", std::move(labels)}, {"selected", std::move(selected)}};
    for (const auto& [name, selection] : workspace.kept) {
        std::vector<double> in;
        for (const ItemId item : rows)
            in.push_back(selection.contains(item));
        table.columns.push_back({name, std::move(in)});
    }
    return table;
}

Result<size_t> mergeTags(Workspace& workspace, const Table& given) {
    const Table table = withHeader(given);
    const Column* ids = table.find("id");
    if (!ids) return inputError("has no column 'id'", "name the column of the items' names 'id'");
    const std::vector<std::string> names = namesIn(*ids);
    std::vector<ItemId> items(names.size(), 0);
    size_t found = 0;
    for (size_t row = 0; row < names.size(); ++row)
        for (const auto& object : workspace.objects) {
            const Items* known = itemsOf(*object);
            const auto at = known ? known->rowOf(std::string_view(names[row])) : std::nullopt;
            if (!at) continue;
            items[row] = known->id(*at);
            ++found;
            break;
        }
    if (found == 0)
        return inputError("names no item that is open",
                          "open the embedding or hierarchy that it speaks of first");
    for (const Column& column : table.columns) {
        if (column.name == "id" || column.name == "label") continue;
        std::vector<ItemId> marked;
        for (size_t row = 0; row < items.size(); ++row)
            if (items[row] != 0 && isMarked(column, row)) marked.push_back(items[row]);
        const auto kept =
            std::ranges::find(workspace.kept, column.name, &std::pair<std::string, Selection>::first);
        if (column.name == "selected")
            workspace.selection = workspace.selection.with(marked, "import");
        else if (kept != workspace.kept.end())
            kept->second = kept->second.with(marked, "import");
        else if (!marked.empty())
            workspace.kept.emplace_back(column.name, Selection(std::move(marked), "import"));
    }
    return found;
}

}  // namespace horo
