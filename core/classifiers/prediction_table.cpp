// Predictions as tables: wide, long, or labels.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "core/classifiers/predictions.h"

namespace horo {

namespace {

using Texts = std::vector<std::string>;

/// A table whose first row may hold its names.
class NamedTable {
public:
    explicit NamedTable(const Table& table) : table_(table) {
        begin_ = !table.header && table.rows() > 0 && text(0, 0) == "id" ? 1 : 0;
        isNamed_ = table.header || begin_ == 1;
    }
    bool isNamed() const { return isNamed_; }
    size_t begin() const { return begin_; }
    size_t rows() const { return table_.rows(); }
    size_t columns() const { return table_.columns.size(); }
    std::string name(size_t column) const {
        return begin_ == 1 ? text(column, 0) : table_.columns[column].name;
    }
    std::string text(size_t column, size_t row) const {
        const auto& values = table_.columns[column].values;
        if (const auto* texts = std::get_if<Texts>(&values)) return (*texts)[row];
        return fmt::format("{}", std::get<std::vector<double>>(values)[row]);
    }
    Result<double> number(size_t column, size_t row) const {
        const auto& values = table_.columns[column].values;
        if (const auto* numbers = std::get_if<std::vector<double>>(&values)) return (*numbers)[row];
        const std::string& cell = std::get<Texts>(values)[row];
        double number = 0;
        const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), number);
        if (read.ec == std::errc() && read.ptr == cell.data() + cell.size()) return number;
        return inputError(fmt::format("'{}' is no number, in row {} of the column '{}'", cell,
                                      row - begin_ + 1, name(column)),
                          "give scores as numbers");
    }

private:
    const Table& table_;
    size_t begin_ = 0;
    bool isNamed_ = false;
};

Result<Predictions> labelsOf(const NamedTable& table) {
    Predictions out;
    for (size_t row = table.begin(); row < table.rows(); ++row) {
        out.ids.push_back(table.text(0, row));
        out.labels.push_back(table.text(1, row));
        if (out.labels.back().empty())
            return inputError(fmt::format("the sample '{}' has no label", out.ids.back()),
                              "give each sample a label, or leave it out everywhere");
    }
    return out;
}

Result<Predictions> wideScores(const NamedTable& table) {
    Predictions out;
    ClassScores scores;
    for (size_t column = 1; column < table.columns(); ++column)
        scores.classes.push_back(table.name(column));
    for (size_t row = table.begin(); row < table.rows(); ++row) {
        out.ids.push_back(table.text(0, row));
        for (size_t column = 1; column < table.columns(); ++column) {
            const auto number = table.number(column, row);
            if (!number) return number.error();
            scores.values.push_back(*number);
        }
    }
    out.probabilities = std::move(scores);
    return out;
}

Result<Predictions> longScores(const NamedTable& table) {
    struct Entry {
        size_t sample, column;
        double score;
    };
    Predictions out;
    ClassScores scores;
    std::vector<Entry> entries;
    std::unordered_map<std::string, size_t> samples, columns;
    const auto place = [](auto& known, Texts& names, const std::string& name) {
        const auto [at, isNew] = known.emplace(name, names.size());
        if (isNew) names.push_back(name);
        return at->second;
    };
    for (size_t row = table.begin(); row < table.rows(); ++row) {
        const auto score = table.number(2, row);
        if (!score) return score.error();
        entries.push_back({place(samples, out.ids, table.text(0, row)),
                           place(columns, scores.classes, table.text(1, row)), *score});
    }
    const size_t width = scores.classes.size();
    if (out.ids.size() > mostCells / std::max<size_t>(width, 1))
        return inputError(
            fmt::format("{} samples x {} classes are too many for a long table", out.ids.size(), width),
            "save them as npz");
    scores.values.assign(out.ids.size() * width, 0);
    std::vector<bool> isGiven(scores.values.size(), false);
    for (const auto& [sample, column, score] : entries) {
        const size_t cell = sample * width + column;
        if (isGiven[cell])
            return inputError(fmt::format("the sample '{}' has two scores for '{}'", out.ids[sample],
                                          scores.classes[column]),
                              "give one score for each sample and class");
        isGiven[cell] = true;
        scores.values[cell] = score;
    }
    out.probabilities = std::move(scores);
    return out;
}

}  // namespace

Result<Predictions> predictionsOf(const Table& given) {
    const NamedTable table(given);
    if (table.columns() < 2)
        return inputError("has fewer than two columns", "write id,label or id and one column a class");
    if (table.columns() == 2 && (!table.isNamed() || table.name(1) == "label")) return labelsOf(table);
    if (!table.isNamed() || table.name(0) != "id")
        return inputError("its first line does not name the columns",
                          "begin with id and the classes, with id,node,score, or with id,label");
    if (table.columns() == 3 && table.name(1) == "node" && table.name(2) == "score") return longScores(table);
    return wideScores(table);
}

}  // namespace horo
