#include "core/io/vector_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <unordered_set>

#include "core/data/text.h"
#include "core/io/embedding_reader.h"
#include "core/io/field_lines.h"
#include "core/io/number_text.h"

namespace horo {

namespace {

constexpr size_t sampleRows = 100;

bool isGap(std::string_view field) {
    return field.empty() || field == "NA" || field == "N/A" || field == "null" || field == "None";
}

std::string_view trimmed(std::string_view text) {
    const size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// What there is of a field of a column of numbers: a gap is NaN. False: it is no number.
bool numberOf(std::string_view field, double& value) {
    if (takeNumber(field, value) && field.empty()) return true;
    field = trimmed(field);
    value = std::numeric_limits<double>::quiet_NaN();
    if (isGap(field)) return true;
    return takeNumber(field, value) && field.empty();
}

/// Whether the numbers count up from 0 or 1, as the names of columns of a data frame do.
bool countUp(const std::vector<std::string>& fields) {
    double first = -1, last = -1, value;
    for (const auto& field : fields) {
        if (!isNumber(field)) continue;
        numberOf(field, value);
        if (first < 0)
            first = value;
        else if (value != last + 1)
            return false;
        last = value;
    }
    return (first == 0 || first == 1) && last > first;
}

using Fields = std::vector<std::string>;

/// What the first rows say about the columns.
struct Layout {
    bool header = false;
    std::vector<std::string> names;
    std::vector<bool> numeric;
};

Layout layoutOf(const std::vector<Fields>& rows, const std::string& headerOption) {
    Layout layout;
    const Fields& first = rows.front();
    const bool anyNumber = std::ranges::any_of(first, isNumber);
    layout.header = headerOption == "yes" ||
                    (headerOption == "infer" && rows.size() > 1 && (!anyNumber || (countUp(first) && !countUp(rows[1]))));
    for (size_t c = 0; c < first.size(); ++c) {
        layout.names.push_back(layout.header ? std::string(trimmed(first[c])) : fmt::format("{}", c + 1));
        bool allFit = true, anyNumeric = false;
        for (size_t r = layout.header ? 1 : 0; r < rows.size(); ++r) {
            const auto field = trimmed(c < rows[r].size() ? std::string_view(rows[r][c]) : std::string_view());
            anyNumeric = anyNumeric || isNumber(field);
            allFit = allFit && (isNumber(field) || isGap(field));
        }
        layout.numeric.push_back(allFit && anyNumeric);
    }
    return layout;
}

/// Reads all columns of a file; those that are marked as the vector go there.
class TableFile {
public:
    TableFile(const Source& source, std::string name) : source_(source), name_(std::move(name)) {}

    Result<void> open(uint64_t limit) {
        Source file = source_;
        file.name = name_;
        auto lines = TextLines::open(file, limit);
        if (!lines) return lines.error();
        const std::string_view head = lines->blocks().ready();
        const auto separator = source_.choice("separator", {"infer", "tab", "comma", "semicolon", "space"});
        if (!separator) return separator.error();
        separator_ = *separator == "tab"         ? '\t'
                     : *separator == "comma"     ? ','
                     : *separator == "semicolon" ? ';'
                     : *separator == "space"     ? ' '
                                                 : separatorOf(head.substr(0, head.find('\n')));
        lines_.emplace(std::move(*lines), separator_);
        std::vector<std::string_view> fields;
        while (sample_.size() <= sampleRows && lines_->next(fields)) {
            sample_.emplace_back(fields.begin(), fields.end());
            sampleLines_.push_back(lines_->number());
        }
        if (lines_->error()) return *lines_->error();
        if (sample_.empty()) return inputError("holds only empty lines", "give a row a line", name_);
        return {};
    }

    void decide(const std::string& header) { layout_ = layoutOf(sample_, header); }
    const Layout& layout() const { return layout_; }
    Layout& layout() { return layout_; }
    size_t fieldsOfFirst() const { return sample_.front().size(); }
    char separator() const { return separator_; }
    bool isWhole() const { return lines_->blocks().isWhole(); }

    /// `vector` = the columns of the vector, by place.
    Result<void> read(const std::vector<size_t>& vector, EmbeddingDraft& draft) {
        const size_t columns = layout_.names.size();
        vectorColumns_ = vector;
        place_.assign(columns, none);
        for (size_t k = 0; k < vector.size(); ++k)
            place_[vector[k]] = k;
        for (size_t c = 0; c < columns; ++c) {
            if (place_[c] != none) continue;
            Column column{layout_.names[c], {}};
            if (layout_.numeric[c]) column.values = std::vector<double>();
            draft.about.columns.push_back(std::move(column));
        }
        for (size_t r = layout_.header ? 1 : 0; r < sample_.size(); ++r) {
            const std::vector<std::string_view> fields(sample_[r].begin(), sample_[r].end());
            if (auto done = add(fields, sampleLines_[r], draft); !done) return done.error();
        }
        reserve(draft);
        sample_ = {};
        std::vector<std::string_view> fields;
        while (lines_->next(fields))
            if (auto done = add(fields, lines_->number(), draft); !done) return done.error();
        if (lines_->error()) return *lines_->error();
        return {};
    }

    std::vector<double> takeValues() { return std::move(values_); }
    std::string sha256() { return lines_->sha256(); }

private:
    static constexpr size_t none = ~size_t{0};

    Result<void> add(const std::vector<std::string_view>& fields, size_t line, EmbeddingDraft& draft) {
        const auto where = [&] { return fmt::format("{}:{}", name_, line); };
        if (fields.size() != layout_.names.size())
            return inputError(
                fmt::format("has {} fields where the first line has {}", fields.size(), layout_.names.size()),
                "give each line as many fields; put texts that hold the separator into double quotes", where());
        const size_t have = values_.size();
        values_.resize(have + vectorColumns_.size());
        size_t other = 0;
        for (size_t c = 0; c < fields.size(); ++c) {
            double number = 0;
            const bool isVector = place_[c] != none;
            const bool fits = !(isVector || layout_.numeric[c]) || numberOf(fields[c], number);
            if (!fits)
                return inputError(fmt::format("holds '{}' in column '{}', where numbers stand before",
                                              legible(shortened(fields[c], 40)), layout_.names[c]),
                                  "mend it, or say which columns are the vector by ?columns=", where());
            if (isVector) {
                values_[have + place_[c]] = number;
                continue;
            }
            auto& values = draft.about.columns[other++].values;
            if (auto* numbers = std::get_if<std::vector<double>>(&values)) {
                numbers->push_back(number);
                continue;
            }
            if (const size_t wrong = firstInvalidUtf8(fields[c]); wrong != std::string_view::npos)
                return inputError(fmt::format("is not UTF-8: byte {:#04x} in column '{}'",
                                              static_cast<unsigned char>(fields[c][wrong]), layout_.names[c]),
                                  "convert it, for example: iconv -f LATIN1 -t UTF-8 FILE > NEW", where());
            std::get<std::vector<std::string>>(values).emplace_back(fields[c]);
        }
        draft.lines.push_back(static_cast<uint32_t>(std::min<size_t>(line, UINT32_MAX)));
        return {};
    }

    /// As many rows as there will be by what the first ones take.
    void reserve(EmbeddingDraft& draft) {
        const auto& blocks = lines_->blocks();
        const double share =
            static_cast<double>(blocks.position()) / static_cast<double>(std::max<uint64_t>(blocks.fileBytes(), 1));
        if (share <= 0 || share >= 1 || !blocks.isWhole()) return;
        const double more = 1.05 / share;
        values_.reserve(static_cast<size_t>(more * static_cast<double>(values_.size())));
        draft.lines.reserve(static_cast<size_t>(more * static_cast<double>(draft.lines.size())));
    }

    const Source& source_;
    std::string name_;
    char separator_ = '\t';
    std::optional<FieldLines> lines_;
    std::vector<Fields> sample_;
    std::vector<size_t> sampleLines_;
    Layout layout_;
    std::vector<size_t> vectorColumns_, place_;
    std::vector<double> values_;
};

std::string separatorName(char separator) {
    return separator == '\t' ? "tab" : separator == ',' ? "comma" : separator == ';' ? "semicolon" : "space";
}

/// The column that names the rows: ?id=, one called id, a first one of text or without a name.
std::pair<std::string, std::string> idColumnOf(const Source& source, const Layout& layout) {
    if (const auto stated = source.option("id")) return {*stated == "none" ? "" : *stated, "stated"};
    if (std::ranges::find(layout.names, "id") != layout.names.end()) return {"id", "its name"};
    if (layout.names.front().empty()) return {"", "unnamed"};
    if (!layout.numeric.front() && layout.names.size() > 1) return {layout.names.front(), "the first column, of text"};
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
        if (fault == std::errc() && stop == name.data() + name.size() && number >= 1 && number <= names.size())
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
    TableFile file(source, source.name);
    if (auto opened = file.open(limit); !opened) return opened.error();
    file.decide(*header);
    Layout& layout = file.layout();
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
    draft.choices.push_back(choiceOf(source, "header", layout.header ? "yes" : "no", {"yes", "no"},
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
    TableFile file(source, path.string());
    if (auto opened = file.open(UINT64_MAX); !opened) return opened.error();
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
        if (!texts || std::unordered_set<std::string_view>(texts->begin(), texts->end()).size() < rows) continue;
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
    /// A second line with at least two numbers that have a point, and more of them than texts.
    bool recognises(const Source& source, std::string_view head) const override {
        const auto ending = source.path().extension();
        if (ending != ".csv" && ending != ".tsv") return false;
        const size_t first = head.find('\n'), second = head.find('\n', first + 1);
        if (first == std::string_view::npos || second == std::string_view::npos) return false;
        std::string_view line = head.substr(first + 1, second - first - 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        const char separator = separatorOf(line);
        size_t numbers = 0, texts = 0;
        for (size_t at = 0; at <= line.size();) {
            const size_t end = std::min(line.find(separator, at), line.size());
            const auto field = line.substr(at, end - at);
            (isNumber(field) && field.find_first_of(".eE") != std::string_view::npos ? numbers : texts) += 1;
            at = end + 1;
        }
        return numbers >= 2 && numbers > texts;
    }

protected:
    Result<EmbeddingDraft> understand(const Source& source, uint64_t limit) const override {
        return readVectorTable(source, limit);
    }
};

HOROCYCLE_READER(VectorTableReader);

}  // namespace

}  // namespace horo
