#include "core/io/column_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "core/data/text.h"
#include "core/io/number_text.h"

namespace horo {

namespace {

using Fields = std::vector<std::string>;

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

ColumnLayout layoutOf(const std::vector<Fields>& rows, const std::string& headerOption) {
    ColumnLayout layout;
    const Fields& first = rows.front();
    const bool anyNumber = std::ranges::any_of(first, isNumber);
    layout.header = headerOption == "yes" || (headerOption == "infer" && rows.size() > 1 &&
                                              (!anyNumber || (countUp(first) && !countUp(rows[1]))));
    for (size_t c = 0; c < first.size(); ++c) {
        layout.names.push_back(layout.header ? std::string(trimmed(first[c])) : fmt::format("{}", c + 1));
        bool allFit = true, anyNumeric = false;
        for (size_t r = layout.header ? 1 : 0; r < rows.size(); ++r) {
            const auto field =
                trimmed(c < rows[r].size() ? std::string_view(rows[r][c]) : std::string_view());
            anyNumeric = anyNumeric || isNumber(field);
            allFit = allFit && (isNumber(field) || isGap(field));
        }
        layout.numeric.push_back(allFit && anyNumeric);
    }
    return layout;
}

}  // namespace

Result<void> ColumnFile::open(uint64_t limit, bool tabsOnly) {
    Source file = source_;
    file.name = name_;
    auto lines = TextLines::open(file, limit);
    if (!lines) return lines.error();
    const std::string_view head = lines->blocks().ready();
    const auto separator = source_.choice("separator", {"infer", "tab", "comma", "semicolon", "space"});
    if (!separator) return separator.error();
    separator_ = tabsOnly || *separator == "tab" ? '\t'
                 : *separator == "comma"         ? ','
                 : *separator == "semicolon"     ? ';'
                 : *separator == "space"         ? ' '
                                                 : separatorOf(head.substr(0, head.find('\n')));
    lines_.emplace(std::move(*lines), separator_, !tabsOnly);
    std::vector<std::string_view> fields;
    while (sample_.size() <= sampleRows && lines_->next(fields)) {
        sample_.emplace_back(fields.begin(), fields.end());
        sampleLines_.push_back(lines_->number());
    }
    if (lines_->error()) return *lines_->error();
    if (sample_.empty()) return inputError("holds only empty lines", "give a row a line", name_);
    return {};
}

void ColumnFile::decide(const std::string& header) {
    layout_ = layoutOf(sample_, header);
}

Result<void> ColumnFile::read(const std::vector<size_t>& vector, EmbeddingDraft& draft) {
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

Result<void> ColumnFile::add(const std::vector<std::string_view>& fields, size_t line,
                             EmbeddingDraft& draft) {
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
void ColumnFile::reserve(EmbeddingDraft& draft) {
    const auto& blocks = lines_->blocks();
    const double share = static_cast<double>(blocks.position()) /
                         static_cast<double>(std::max<uint64_t>(blocks.fileBytes(), 1));
    if (share <= 0 || share >= 1 || !blocks.isWhole()) return;
    const double more = 1.05 / share;
    values_.reserve(static_cast<size_t>(more * static_cast<double>(values_.size())));
    draft.lines.reserve(static_cast<size_t>(more * static_cast<double>(draft.lines.size())));
}

}  // namespace horo
