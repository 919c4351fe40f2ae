#include "core/neighbors/neighbor_graph.h"

// The distances are our own kernels; of the library's vector code only prefetching would be left, and that
// reads behind the end of its lists of links.
#define NO_MANUAL_VECTORIZATION
#include <hnswlib/hnswlib.h>

#include <cmath>
#include <numeric>

#include "core/base/parallel.h"
#include "core/measure/pair_draw.h"
#include "core/neighbors/exact_distances.h"
#include "core/neighbors/product_kernel.h"
#include "core/neighbors/search_rows.h"
#include "core/neighbors/share.h"

namespace horo {

namespace {

/// Points padded to whole vectors, then the weight: what the graph compares by ratios.
class RatioSpace final : public hnswlib::SpaceInterface<float> {
public:
    RatioSpace(const Manifold& manifold, size_t columns, InstructionSet set)
        : manifold_(manifold),
          columns_(RatioPoint::columns(manifold, columns)),
          kernel_{separationKernel(set), (columns_ + 15) / 16 * 16} {}

    size_t get_data_size() override { return (kernel_.columns + 1) * sizeof(float); }
    hnswlib::DISTFUNC<float> get_dist_func() override { return ratio; }
    void* get_dist_func_param() override { return &kernel_; }

    std::vector<float> point(std::span<const double> row) const {
        std::vector<double> exact(columns_);
        const double weight = RatioPoint::of(manifold_, row, exact);
        std::vector<float> out(kernel_.columns + 1, 0.0f);
        std::copy(exact.begin(), exact.end(), out.begin());
        out.back() = static_cast<float>(weight);
        return out;
    }

private:
    struct Kernel {
        SeparationKernel separation;
        size_t columns;
    };
    static float ratio(const void* x, const void* y, const void* parameter) {
        const auto& kernel = *static_cast<const Kernel*>(parameter);
        const auto *a = static_cast<const float*>(x), *b = static_cast<const float*>(y);
        return a[kernel.columns] * b[kernel.columns] * kernel.separation(a, b, kernel.columns);
    }

    const Manifold& manifold_;
    size_t columns_;
    Kernel kernel_;
};

using Graph = hnswlib::HierarchicalNSW<float>;

Neighbors emptyNeighbors(const ExactDistances& exact, size_t k) {
    Neighbors out;
    out.queries = exact.queries();
    out.k = std::min(k, exact.others());
    out.rows.resize(out.queries * out.k);
    out.distances.resize(out.queries * out.k);
    return out;
}

}  // namespace

Result<Neighbors> approximateNeighbors(const Embedding& embedding, const Embedding* queries,
                                       const SearchOptions& options, uint64_t seed) {
    if (const auto usable = requireUsable(embedding); !usable) return usable.error();
    if (!RatioPoint::orders(embedding.manifold))
        return inputError("there is no approximate search in a product of manifolds", "search exactly");
    const ExactDistances exact(embedding, queries);
    if (embedding.rows() == 0 || exact.others() == 0) return emptyNeighbors(exact, 0);
    Neighbors out = emptyNeighbors(exact, options.k);
    RatioSpace space(embedding.manifold, embedding.columns(), options.set);
    Graph graph(&space, embedding.rows(), 16, 200, seed);
    Share share(options, embedding.rows() + out.queries);
    const auto add = [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            graph.addPoint(space.point(embedding.row(i)).data(), i);
        share.add(end - begin);
    };
    add(0, 1);
    if (!parallelWhile(share.keepGoing(), embedding.rows() - 1, 32, options.threads,
                       [&](size_t begin, size_t end) { add(begin + 1, end + 1); }))
        return cancelledError();
    graph.setEf(std::max<size_t>(100, 2 * out.k));
    const Embedding& asking = queries ? *queries : embedding;
    const auto ask = [&](size_t begin, size_t end) {
        std::vector<NearRow> near;
        for (size_t i = begin; i < end; ++i) {
            auto found =
                graph.searchKnn(space.point(asking.row(i)).data(), std::min(embedding.rows(), 2 * out.k + 1));
            std::vector<uint32_t> rows;
            for (; !found.empty(); found.pop())
                rows.push_back(static_cast<uint32_t>(found.top().second));
            exact.measure(i, rows, near);
            // A graph may be in pieces: what it does not reach is filled up from the first rows.
            for (uint32_t row = 0; near.size() < out.k; ++row)
                if (!exact.isItself(i, row) && std::ranges::find(rows, row) == rows.end()) {
                    std::vector<NearRow> one;
                    exact.measure(i, std::vector<uint32_t>{row}, one);
                    near.push_back(one.front());
                }
            writeNearest(near, i, out);
        }
        share.add(end - begin);
    };
    if (!parallelWhile(share.keepGoing(), out.queries, 32, options.threads, ask)) return cancelledError();
    return out;
}

Result<double> measuredRecall(const Embedding& embedding, const Embedding* queries, const Neighbors& found,
                              const SearchOptions& options, size_t sample, uint64_t seed) {
    const std::vector<uint32_t> drawn = drawRows(found.queries, sample, seed);
    const ExactDistances exact(embedding, queries);
    std::vector<uint32_t> all(embedding.rows());
    std::iota(all.begin(), all.end(), 0u);
    std::atomic<size_t> hits = 0;
    const auto compare = [&](size_t begin, size_t end) {
        Neighbors truth;
        truth.k = found.k;
        truth.rows.resize(found.k);
        truth.distances.resize(found.k);
        std::vector<NearRow> near;
        for (size_t s = begin; s < end; ++s) {
            exact.measure(drawn[s], all, near);
            writeNearest(near, 0, truth);
            // By distance, so that one of two equally near rows is as good as the other.
            for (const double distance : found.distancesOf(drawn[s]))
                hits += distance <= truth.distances.back();
        }
    };
    if (!parallelWhile([&] { return options.keepGoing(1); }, drawn.size(), 1, options.threads, compare))
        return cancelledError();
    return static_cast<double>(hits) / static_cast<double>(drawn.size() * found.k);
}

}  // namespace horo
