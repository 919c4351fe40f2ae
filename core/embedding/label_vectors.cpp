#include "core/embedding/label_vectors.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/hierarchy/closure.h"
#include "core/hierarchy/spanning_tree.h"

namespace horo {

namespace {

Error tooLarge(size_t leaves, size_t columns) {
    return inputError(fmt::format("{} leaves would have {} numbers each", leaves, columns),
                      "use a smaller hierarchy: hierarchy.edit can cut it or take a part of it");
}

Result<std::shared_ptr<const Items>> namesOf(const Hierarchy& hierarchy, const std::vector<Node>& nodes) {
    std::vector<std::string> names;
    for (const Node v : nodes)
        names.push_back(hierarchy.name(v));
    return Items::create(std::move(names), hierarchy.items()->space());
}

/// The hierarchy's leaves in preorder of its spanning tree, and the similarity that each node gives.
struct SimilarityTree {
    SpanningTree tree;
    std::vector<Node> leaves;
    std::vector<size_t> before;      ///< leaves before a node in preorder
    std::vector<double> similarity;  ///< 1 - height / height of the root

    explicit SimilarityTree(const Hierarchy& hierarchy)
        : tree(hierarchy), before(hierarchy.size()), similarity(hierarchy.size()) {
        for (const Node v : tree.preorder()) {
            before[v] = leaves.size();
            if (hierarchy.isLeaf(v)) leaves.push_back(v);
        }
        std::vector<int> height(hierarchy.size());
        int top = 0;
        for (size_t i = tree.preorder().size(); i-- > 0;) {
            const Node v = tree.preorder()[i], parent = tree.parent(v);
            top = std::max(top, height[v]);
            if (parent != SpanningTree::none) height[parent] = std::max(height[parent], height[v] + 1);
        }
        if (hierarchy.roots().size() > 1) ++top;
        for (Node v = 0; v < hierarchy.size(); ++v)
            similarity[v] = top > 0 ? 1 - static_cast<double>(height[v]) / top : 1;
    }

    /// The child of `ancestor` on the way down to v, or v's root where there is no common one.
    Node branch(Node v, Node ancestor) const {
        while (tree.parent(v) != ancestor)
            v = tree.parent(v);
        return v;
    }
};

}  // namespace

Result<std::optional<Embedding>> similarityVectors(const Hierarchy& hierarchy,
                                                   const std::function<bool()>& keepGoing) {
    const SimilarityTree similar(hierarchy);
    const size_t n = similar.leaves.size();
    if (n < 2) return inputError("the hierarchy has fewer than two leaves", "use one with several classes");
    if (n * n > labelNumberLimit) return tooLarge(n, n);
    std::vector<double> rows(n * n);
    rows[0] = 1;
    for (size_t i = 1; i < n; ++i) {
        if (!keepGoing()) return std::optional<Embedding>();
        double* row = rows.data() + i * n;
        const double* last = row - n;
        const Node common = similar.tree.lowestCommonAncestor(similar.leaves[i - 1], similar.leaves[i]);
        // Seen from leaf i, everything before the branch of the last leaf is as far as it is from that leaf.
        const size_t first = similar.before[similar.branch(similar.leaves[i - 1], common)];
        const double dot = common == SpanningTree::none ? 0 : similar.similarity[common];
        std::copy_n(last, first, row);
        for (size_t j = first; j < i; ++j) {
            const double* other = rows.data() + j * n;
            double rest = dot;
            for (size_t k = 0; k < j; ++k)
                rest -= row[k] * other[k];
            row[j] = rest / other[j];
        }
        double squares = 1;
        for (size_t k = 0; k < i; ++k)
            squares -= row[k] * row[k];
        row[i] = std::sqrt(squares);  // positive: each leaf is a step nearer to itself than to any other
    }
    auto items = namesOf(hierarchy, similar.leaves);
    if (!items) return items.error();
    Embedding embedding;
    embedding.items = *items;
    embedding.vectors = Vectors(n, n, std::move(rows));
    embedding.manifold = Manifold::sphere();
    return std::optional(std::move(embedding));
}

Result<std::optional<Embedding>> ancestorVectors(const Hierarchy& hierarchy,
                                                 const std::function<bool()>& keepGoing) {
    std::vector<Node> leaves;
    for (Node v = 0; v < hierarchy.size(); ++v)
        if (hierarchy.isLeaf(v)) leaves.push_back(v);
    const size_t n = leaves.size(), columns = hierarchy.size();
    if (n > labelNumberLimit / columns) return tooLarge(n, columns);
    const auto closure = Closure::create(hierarchy);
    if (!closure) return closure.error();
    std::vector<float> rows(n * columns);
    for (size_t i = 0; i < n; ++i) {
        if (!keepGoing()) return std::optional<Embedding>();
        float* row = rows.data() + i * columns;
        row[leaves[i]] = 1;
        for (const Node ancestor : closure->ancestors(leaves[i]))
            row[ancestor] = 1;
    }
    auto items = namesOf(hierarchy, leaves);
    if (!items) return items.error();
    Embedding embedding;
    embedding.items = *items;
    embedding.vectors = Vectors(n, columns, std::move(rows));
    return std::optional(std::move(embedding));
}

}  // namespace horo
