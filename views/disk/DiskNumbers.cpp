#include "views/disk/DiskNumbers.h"

#include <limits>
#include <optional>

namespace horo::views {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// Row of the embedding that each row of the table speaks of; nothing where the table is about other things.
std::optional<std::vector<std::optional<size_t>>> rowsOf(const Table& table, const Items& items) {
    std::vector<std::optional<size_t>> rows(table.rows());
    for (const Column& column : table.columns) {
        const auto* names = std::get_if<std::vector<std::string>>(&column.values);
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

std::vector<double> radii(const Embedding& embedding) {
    std::vector<double> values(embedding.rows());
    for (size_t i = 0; i < values.size(); ++i)
        values[i] = embedding.manifold.radius(embedding.row(i));
    return values;
}

}  // namespace

std::vector<DiskNumber> diskNumbers(const Workspace& workspace, const Embedding& embedding,
                                    const DiskSubject& subject) {
    std::vector<DiskNumber> numbers;
    if (subject.tree()) numbers.push_back({"depth", "depth"});
    numbers.push_back({"radius", embedding.manifold.isHyperbolic() ? "radius \u03c1" : "norm"});
    for (const auto& object : workspace.objects) {
        const auto table = object->as<Table>();
        if (!table || !rowsOf(*table, *embedding.items)) continue;
        for (const Column& column : table->columns)
            if (std::holds_alternative<std::vector<double>>(column.values))
                numbers.push_back(
                    {"column:" + object->id + ":" + column.name, column.name + ", " + object->name});
    }
    return numbers;
}

std::vector<double> diskNumberValues(const std::string& key, const Workspace& workspace,
                                     const Embedding& embedding, const DiskSubject& subject) {
    if (key == "radius") return radii(embedding);
    if (key == "depth" && subject.tree()) {
        std::vector<double> values(embedding.rows(), missing);
        for (uint32_t row = 0; row < values.size(); ++row)
            if (subject.nodeOf(row) != SpanningTree::none) values[row] = subject.depth(row);
        return values;
    }
    for (const auto& object : workspace.objects) {
        const auto table = object->as<Table>();
        const std::string prefix = "column:" + object->id + ":";
        if (!table || !key.starts_with(prefix)) continue;
        const auto rows = rowsOf(*table, *embedding.items);
        for (const Column& column : table->columns) {
            const auto* numbers = std::get_if<std::vector<double>>(&column.values);
            if (!rows || !numbers || prefix + column.name != key) continue;
            std::vector<double> values(embedding.rows(), missing);
            for (size_t i = 0; i < numbers->size(); ++i)
                if ((*rows)[i]) values[*(*rows)[i]] = (*numbers)[i];
            return values;
        }
    }
    return {};
}

}  // namespace horo::views
