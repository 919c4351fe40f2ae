#include "core/data/row_labels.h"

#include <fmt/format.h>

#include <algorithm>

namespace horo {

namespace {

using Texts = std::vector<std::string>;

/// Two columns of texts, and the row at which they begin.
struct IdsAndLabels {
    const Texts *ids = nullptr, *labels = nullptr;
    size_t begin = 0;
};

IdsAndLabels columnsOf(const Table& table) {
    IdsAndLabels named, first;
    size_t place = 0;
    for (const Column& column : table.columns) {
        const auto* texts = std::get_if<Texts>(&column.values);
        const bool headed = !table.header && texts && !texts->empty();
        const std::string& name = headed ? texts->front() : column.name;
        if (name == "id") named.ids = texts;
        if (name == "label") named.labels = texts;
        if (place == 0) first.ids = texts;
        if (place == 1) first.labels = texts;
        ++place;
    }
    if (!named.ids || !named.labels) return first;
    named.begin = table.header ? 0 : 1;
    return named;
}

}  // namespace

Result<std::vector<std::string>> rowLabels(const Items& items, const Table& table) {
    const auto [ids, labels, begin] = columnsOf(table);
    if (!ids || !labels)
        return inputError("the labels have no columns of texts 'id' and 'label'", "write a csv of id,label");
    Texts out(items.size());
    std::vector<bool> labelled(items.size(), false);
    for (size_t i = begin; i < ids->size(); ++i) {
        const auto row = items.rowOf(std::string_view((*ids)[i]));
        if (!row)
            return inputError(fmt::format("the label of \"{}\" belongs to no row", (*ids)[i]),
                              "give labels for the rows of the embedding and no others");
        if (labelled[*row])
            return inputError(fmt::format("\"{}\" has two labels", (*ids)[i]), "give one label for each row");
        labelled[*row] = true;
        out[*row] = (*labels)[i];
    }
    if (const auto missing = std::ranges::find(labelled, false); missing != labelled.end())
        return inputError(
            fmt::format("\"{}\" has no label", items.name(static_cast<size_t>(missing - labelled.begin()))),
            "give a label for each row");
    return out;
}

}  // namespace horo
