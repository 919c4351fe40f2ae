#include "views/disk/DiskNumbers.h"

#include <limits>

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

std::vector<ItemNumber> diskNumbers(const Workspace& workspace, const Embedding& embedding,
                                    const DiskSubject& subject) {
    std::vector<ItemNumber> numbers;
    if (subject.tree()) numbers.push_back({"depth", "depth"});
    numbers.push_back({"radius", embedding.manifold.isHyperbolic() ? "radius \u03c1" : "norm"});
    const auto known = itemNumbers(workspace, *embedding.items);
    numbers.insert(numbers.end(), known.begin(), known.end());
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
