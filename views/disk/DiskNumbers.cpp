#include "views/disk/DiskNumbers.h"

#include <limits>

#include "core/data/item_numbers.h"

namespace horo::views {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

std::vector<double> radii(const Embedding& embedding) {
    std::vector<double> values(embedding.rows());
    for (size_t i = 0; i < values.size(); ++i)
        values[i] = embedding.radius(i);
    return values;
}

}  // namespace

std::vector<DiskNumber> diskNumbers(const Workspace& workspace, const Embedding& embedding,
                                    const DiskSubject& subject) {
    std::vector<DiskNumber> numbers;
    if (subject.tree()) numbers.push_back({"depth", "depth"});
    numbers.push_back({"radius", embedding.manifold.isHyperbolic() ? "radius \u03c1" : "norm"});
    for (ItemNumber& number : itemNumbers(workspace, *embedding.items))
        numbers.push_back({std::move(number.key), std::move(number.name)});
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
    return itemNumberValues(key, workspace, *embedding.items);
}

}  // namespace horo::views
