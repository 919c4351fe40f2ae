#include "core/data/item_numbers.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace horo {

namespace {

using Names = std::vector<std::string>;

/// Row of the items that each row of the table speaks of; nothing where the table is about other things.
std::optional<std::vector<std::optional<size_t>>> rowsOf(const Table& table, const Items& items) {
    std::vector<std::optional<size_t>> rows(table.rows());
    for (const Column& column : table.columns) {
        const auto* names = std::get_if<Names>(&column.values);
        if (!names) continue;
        size_t found = 0;
        for (size_t i = 0; i < names->size(); ++i)
            found += (rows[i] = items.rowOf(std::string_view((*names)[i]))).has_value();
        if (found > 0) return rows;
    }
    if (table.rows() != items.size()) return {};
    for (size_t i = 0; i < rows.size(); ++i)
        rows[i] = i;
    return rows;
}

/// How often each item is named; empty where none is, or where each row names another one.
std::vector<double> countsOf(const Names& names, const Items& items) {
    std::vector<double> counts(items.size(), 0);
    double most = 0;
    for (const std::string& name : names)
        if (const auto row = items.rowOf(std::string_view(name))) most = std::max(most, ++counts[*row]);
    return most > 1 ? counts : std::vector<double>();
}

/// Columns of text of an object, by name.
std::vector<std::pair<std::string, const Names*>> textsOf(const Object& object) {
    std::vector<std::pair<std::string, const Names*>> texts;
    if (const auto table = object.as<Table>())
        for (const Column& column : table->columns)
            if (const auto* names = std::get_if<Names>(&column.values))
                texts.emplace_back(column.name, names);
    if (const auto embedding = object.as<Embedding>(); embedding && !embedding->labels.empty())
        texts.emplace_back("labels", &embedding->labels);
    return texts;
}

}  // namespace

std::vector<ItemNumber> itemNumbers(const Workspace& workspace, const Items& items) {
    std::vector<ItemNumber> numbers;
    for (const auto& object : workspace.objects) {
        if (const auto table = object->as<Table>(); table && rowsOf(*table, items))
            for (const Column& column : table->columns)
                if (std::holds_alternative<std::vector<double>>(column.values))
                    numbers.push_back(
                        {"column:" + object->id + ":" + column.name, column.name + ", " + object->name});
        for (const auto& [name, texts] : textsOf(*object))
            if (!countsOf(*texts, items).empty())
                numbers.push_back(
                    {"count:" + object->id + ":" + name, "rows by " + name + ", " + object->name});
    }
    return numbers;
}

std::vector<double> itemNumberValues(const std::string& key, const Workspace& workspace, const Items& items) {
    for (const auto& object : workspace.objects) {
        for (const auto& [name, texts] : textsOf(*object))
            if (key == "count:" + object->id + ":" + name) return countsOf(*texts, items);
        const auto table = object->as<Table>();
        const std::string prefix = "column:" + object->id + ":";
        if (!table || !key.starts_with(prefix)) continue;
        const auto rows = rowsOf(*table, items);
        for (const Column& column : table->columns) {
            const auto* numbers = std::get_if<std::vector<double>>(&column.values);
            if (!rows || !numbers || prefix + column.name != key) continue;
            std::vector<double> values(items.size(), std::numeric_limits<double>::quiet_NaN());
            for (size_t i = 0; i < numbers->size(); ++i)
                if ((*rows)[i]) values[*(*rows)[i]] = (*numbers)[i];
            return values;
        }
    }
    return {};
}

}  // namespace horo
