// The columns of a csv or tsv: what the first rows say about them, then all of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/io/embedding_draft.h"
#include "core/io/field_lines.h"

namespace horo {

/// What the first rows say about the columns.
struct ColumnLayout {
    bool header = false;
    std::vector<std::string> names;
    std::vector<bool> numeric;
};

/// Opened, decided upon, then read, each once. The source must live on.
class ColumnFile {
public:
    ColumnFile(const Source& source, std::string name) : source_(source), name_(std::move(name)) {}

    /// Looks at the first rows. `tabsOnly`: tabs part the fields, quotes and spaces are letters like others.
    /// Error: as TextLines; no row; an unknown ?separator=.
    Result<void> open(uint64_t limit, bool tabsOnly = false);
    /// `header` = "yes", "no" or "infer".
    void decide(const std::string& header);
    ColumnLayout& layout() { return layout_; }
    size_t fieldsOfFirst() const { return sample_.front().size(); }
    char separator() const { return separator_; }
    bool isWhole() const { return lines_->blocks().isWhole(); }

    /// Reads all rows. `vector` = the places of the columns that are the vector; the others become columns of
    /// `about`. Error: a line with another count of fields, a text in a column of numbers, no UTF-8.
    Result<void> read(const std::vector<size_t>& vector, EmbeddingDraft& draft);
    std::vector<double> takeValues() { return std::move(values_); }
    std::string sha256() { return lines_->sha256(); }

private:
    static constexpr size_t none = ~size_t{0};
    using Fields = std::vector<std::string>;

    Result<void> add(const std::vector<std::string_view>& fields, size_t line, EmbeddingDraft& draft);
    void reserve(EmbeddingDraft& draft);

    const Source& source_;
    std::string name_;
    char separator_ = '\t';
    std::optional<FieldLines> lines_;
    std::vector<Fields> sample_;
    std::vector<size_t> sampleLines_;
    ColumnLayout layout_;
    std::vector<size_t> vectorColumns_, place_;
    std::vector<double> values_;
};

}  // namespace horo
