#include "core/io/vector_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "core/io/column_file.h"
#include "core/io/embedding_reader.h"
#include "core/io/number_text.h"

namespace horo {

namespace {

std::string separatorName(char separator) {
    return separator == '\t' ? "tab" : separator == ',' ? "comma" : separator == ';' ? "semicolon" : "space";
}

/// The column that names the rows: ?id=, one called id, a first one of text or without a name.
std::pair<std::string, std::string> idColumnOf(const Source& source, const ColumnLayout& layout) {
    if (const auto stated = source.option("id")) return {*stated == "none" ? "" : *stated, "stated"};
    if (std::ranges::find(layout.names, "id") != layout.names.end()) return {"id", "its name"};
    if (layout.names.front().empty()) return {"", "unnamed"};
    if (!layout.numeric.front() && layout.names.size() > 1)
        return {layout.names.front(), "the first column, of text"};
    return {"", ""};
}

}  // namespace

Result<std::vector<size_t>> columnsNamed(const std::string& text, const std::vector<std::string>& names) {
    std::vector<size_t> columns;
    const auto placeOf = [&](std::string_view name) -> Result<size_t> {
        const auto found = std::ranges::find(names, name);
        if (found != names.end()) return static_cast<size_t>(found - names.begin());
        size_t number = 0;
        const auto [stop, fault] = std::from_chars(name.data(), name.data() + name.size(), number);
        if (fault == std::errc() && stop == name.data() + name.size() && number >= 1 &&
            number <= names.size())
            return number - 1;
        const auto nearest = nearestName(name, names);
        return inputError(fmt::format("has no column '{}'", name),
                          nearest.empty() ? "write names, or numbers from 1: ?columns=a,b or ?columns=3..12"
                                          : fmt::format("did you mean '{}'?", nearest));
    };
    for (size_t at = 0; at <= text.size();) {
        const size_t end = std::min(text.find(',', at), text.size());
        const std::string_view part = std::string_view(text).substr(at, end - at);
        const size_t dots = part.find("..");
        const auto first = placeOf(part.substr(0, dots));
        if (!first) return first.error();
        const auto last = dots == std::string_view::npos ? first : placeOf(part.substr(dots + 2));
        if (!last) return last.error();
        for (size_t c = *first; c <= *last; ++c)
            if (std::ranges::find(columns, c) == columns.end()) columns.push_back(c);
        at = end + 1;
    }
    return columns;
}

Result<EmbeddingDraft> readVectorTable(const Source& source, uint64_t limit) {
    const auto header = source.choice("header", {"infer", "yes", "no"});
    if (!header) return header.error();
    ColumnFile file(source, source.name);
    if (auto opened = file.open(limit); !opened) return opened.error();
    file.decide(*header);
    ColumnLayout& layout = file.layout();
    EmbeddingDraft draft;
    const auto [id, reason] = idColumnOf(source, layout);
    draft.idColumn = id, draft.idReason = reason;
    if (reason == "unnamed") {
        draft.idColumn = layout.names.front() = "index";
        draft.idReason = "the first column has no name";
    }
    std::vector<size_t> vector;
    if (const auto columns = source.option("columns")) {
        const auto named = columnsNamed(*columns, layout.names);
        if (!named) return Error{named.error().cause, named.error().advice, source.name};
        vector = *named;
        for (const size_t c : vector)
            if (layout.names[c] == draft.idColumn) draft.idColumn.clear();
    } else {
        const auto isTaken = [&](const std::string& name) {
            for (const char* role : {"id", "label", "text", "image"})
                if (source.option(role) == name) return true;
            return name == draft.idColumn || name == "label";
        };
        for (size_t c = 0; c < layout.names.size(); ++c)
            if (layout.numeric[c] && !isTaken(layout.names[c])) vector.push_back(c);
    }
    if (vector.empty())
        return inputError("has no column of numbers", "say which columns are the vector by ?columns=a,b",
                          source.name + ":1");
    if (auto done = file.read(vector, draft); !done) return done.error();
    for (const size_t c : vector)
        draft.columnNames.push_back(layout.names[c]);
    auto values = file.takeValues();
    const size_t rows = values.size() / vector.size();
    draft.embedding.vectors = Vectors(rows, vector.size(), std::move(values));
    draft.isWhole = file.isWhole();
    draft.origin.sha256 = file.sha256();
    draft.choices.push_back(choiceOf(source, "separator", separatorName(file.separator()),
                                     {"tab", "comma", "semicolon", "space"}));
    draft.choices.push_back(
        choiceOf(source, "header", layout.header ? "yes" : "no", {"yes", "no"},
                 layout.header ? "the first line names columns" : "the first line holds numbers"));
    draft.details["header"] = layout.header ? "yes" : "no";
    draft.choices.push_back(choiceOf(source, "columns",
                                     shortened(fmt::format("{}", fmt::join(draft.columnNames, ",")), 60), {},
                                     "the columns of numbers"));
    draft.choices.back().isOpen = true;
    if (const auto metadata = source.option("metadata"))
        if (auto done = addMetadata(source, *metadata, draft); !done) return done.error();
    return draft;
}

Result<void> addMetadata(const Source& source, const std::string& name, EmbeddingDraft& draft) {
    std::error_code ignored;
    std::filesystem::path path = name;
    if (!std::filesystem::exists(path, ignored)) path = source.path().parent_path() / name;
    if (!std::filesystem::exists(path, ignored))
        return inputError("there is no such file of metadata", "check the spelling of ?metadata=", name);
    ColumnFile file(source, path.string());
    if (auto opened = file.open(UINT64_MAX, path.extension() != ".csv"); !opened) return opened.error();
    file.decide(file.fieldsOfFirst() == 1 ? "no" : "yes");
    if (file.fieldsOfFirst() == 1) file.layout().names = {"name"}, file.layout().numeric = {false};
    EmbeddingDraft other;
    if (auto done = file.read({}, other); !done) return done.error();
    const size_t rows = draft.embedding.rows();
    if (other.about.rows() < rows || (other.about.rows() > rows && draft.isWhole))
        return inputError(fmt::format("describes {} rows, {} has {}", other.about.rows(), source.name, rows),
                          "give a line for each vector; a single column has no header", path.string());
    for (Column& column : other.about.columns) {
        std::visit([&](auto& values) { values.resize(rows); }, column.values);
        draft.about.columns.push_back(std::move(column));
    }
    draft.details["metadata"] = path.string();
    if (!draft.idColumn.empty()) return {};
    for (const Column& column : draft.about.columns) {
        const auto* texts = std::get_if<std::vector<std::string>>(&column.values);
        if (!texts || std::unordered_set<std::string_view>(texts->begin(), texts->end()).size() < rows)
            continue;
        draft.idColumn = column.name;
        draft.idReason = "each row has another one";
        return {};
    }
    return {};
}

namespace {

class VectorTableReader final : public EmbeddingReader {
public:
    std::string_view format() const override { return "csv"; }
    std::vector<std::string> endingsIfWanted() const override { return {".csv", ".tsv"}; }
    std::string_view help() const override {
        return "Columns of numbers and texts (csv, tsv; the projector's by ?metadata=FILE)";
    }
    /// A second line with at least two numbers that have a point or an exponent.
    bool recognises(const Source& source, std::string_view head) const override {
        const auto ending = source.path().extension();
        if (ending != ".csv" && ending != ".tsv") return false;
        const size_t first = head.find('\n'), second = head.find('\n', first + 1);
        if (first == std::string_view::npos || second == std::string_view::npos) return false;
        std::string_view line = head.substr(first + 1, second - first - 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        const char separator = separatorOf(line);
        size_t numbers = 0;  // with a fraction: names of nodes may be whole numbers
        for (size_t at = 0; at <= line.size();) {
            const size_t end = std::min(line.find(separator, at), line.size());
            const auto field = line.substr(at, end - at);
            numbers += isNumber(field) && field.find_first_of(".eE") != std::string_view::npos;
            at = end + 1;
        }
        return numbers >= 2;
    }

protected:
    Result<EmbeddingDraft> understand(const Source& source, uint64_t limit) const override {
        return readVectorTable(source, limit);
    }
};

HOROCYCLE_READER(VectorTableReader);

}  // namespace

}  // namespace horo
