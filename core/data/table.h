// Named columns of text or numbers.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace horo {

struct Column {
    std::string name;
    std::variant<std::vector<std::string>, std::vector<double>> values;
    size_t size() const {
        return std::visit([](const auto& v) { return v.size(); }, values);
    }
};

/// Columns of equal length. Written as tsv or csv, with a first line of names only where `header` is set;
/// numbers with 17 significant digits.
struct Table {
    std::vector<Column> columns;
    bool header = true;
    size_t rows() const { return columns.empty() ? 0 : columns.front().size(); }
    /// The column of that name, or null.
    const Column* find(std::string_view name) const {
        for (const Column& column : columns)
            if (column.name == name) return &column;
        return nullptr;
    }
};

}  // namespace horo
