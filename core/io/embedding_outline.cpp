#include "core/io/embedding_outline.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace horo {

namespace {

constexpr size_t cellBytes = 40;

/// On one line, shortened.
std::string cell(const std::string& text) {
    std::string line = shortened(text, cellBytes);
    std::ranges::replace_if(
        line, [](unsigned char c) { return c < ' '; }, ' ');
    return line;
}

std::string entry(const Column& column, size_t row) {
    if (const auto* texts = std::get_if<std::vector<std::string>>(&column.values)) return cell((*texts)[row]);
    return fmt::format("{:.5g}", std::get<std::vector<double>>(column.values)[row]);
}

}  // namespace

std::optional<EmbeddingOutline> outlineOf(const EmbeddingDraft& draft) {
    const Embedding& embedding = draft.embedding;
    if (draft.undecided || embedding.rows() == 0) return std::nullopt;
    EmbeddingOutline outline;
    outline.rows = std::max(embedding.rows(), draft.rowsInFile);
    outline.columns = embedding.columns();
    outline.isDouble = embedding.vectors.isDouble();
    outline.nonFinite = embedding.vectors.nonFiniteRows().size();
    outline.repeatedIds = repeatedNames(draft.names).size();
    outline.differentLabels =
        std::unordered_set<std::string_view>(embedding.labels.begin(), embedding.labels.end()).size();
    outline.isNamed = !draft.names.empty();

    const size_t numbers = std::min(embedding.columns(), EmbeddingOutline::shownNumbers);
    const size_t others = std::min(draft.about.columns.size(), EmbeddingOutline::shownTexts);
    const bool more = numbers < embedding.columns();
    outline.header.emplace_back("id");
    if (!embedding.labels.empty()) outline.header.emplace_back("label");
    for (size_t c = 0; c < others; ++c)
        outline.header.push_back(cell(draft.about.columns[c].name));
    outline.firstNumber = outline.header.size();
    for (size_t c = 0; c < numbers; ++c)
        outline.header.push_back(draft.columnNames.empty() ? std::to_string(c) : cell(draft.columnNames[c]));
    if (more) outline.header.emplace_back("...");
    for (size_t row = 0; row < std::min(embedding.rows(), EmbeddingOutline::shownRows); ++row) {
        auto& cells = outline.firstRows.emplace_back();
        cells.push_back(draft.names.empty() ? std::to_string(row) : cell(draft.names[row]));
        if (!embedding.labels.empty()) cells.push_back(cell(embedding.labels[row]));
        for (size_t c = 0; c < others; ++c)
            cells.push_back(entry(draft.about.columns[c], row));
        for (size_t c = 0; c < numbers; ++c)
            cells.push_back(fmt::format("{:.5g}", embedding.vectors.at(row, c)));
        if (more) cells.emplace_back();
    }
    return outline;
}

}  // namespace horo
