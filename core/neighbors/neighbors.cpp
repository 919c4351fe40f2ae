#include "core/neighbors/neighbors.h"

#include <numeric>

#include "core/base/parallel.h"
#include "core/neighbors/exact_distances.h"
#include "core/neighbors/product_search.h"
#include "core/neighbors/share.h"

namespace horo {

namespace {

/// Every distance: what works for all manifolds.
Result<Neighbors> searchOneByOne(const ExactDistances& exact, size_t rows, Neighbors out,
                                 const SearchOptions& options) {
    std::vector<uint32_t> all(rows);
    std::iota(all.begin(), all.end(), 0u);
    Share share(options, out.queries);
    const auto search = [&](size_t begin, size_t end) {
        std::vector<NearRow> near;
        for (size_t query = begin; query < end; ++query) {
            exact.measure(query, all, near);
            writeNearest(near, query, out);
        }
        share.add(end - begin);
    };
    if (!parallelWhile(share.keepGoing(), out.queries, 4, options.threads, search)) return cancelledError();
    return out;
}

Result<Neighbors> search(const Embedding& rows, const Embedding* queries, const SearchOptions& options) {
    if (const auto usable = requireUsable(rows); !usable) return usable.error();
    const ExactDistances exact(rows, queries);
    Neighbors out;
    out.queries = exact.queries();
    if (rows.rows() == 0 || out.queries == 0) return out;
    out.k = std::min(options.k, exact.others());
    if (out.k == 0) return out;
    out.rows.resize(out.queries * out.k);
    out.distances.resize(out.queries * out.k);
    if (!RatioPoint::orders(rows.manifold) || rows.extended || !ProductSearch::canHold(rows) ||
        (queries && !ProductSearch::canHold(*queries)))
        return searchOneByOne(exact, rows.rows(), std::move(out), options);
    return ProductSearch(rows, queries, options, out.k).run(std::move(out));
}

}  // namespace

Result<Neighbors> nearestNeighbors(const Embedding& embedding, const SearchOptions& options) {
    return search(embedding, nullptr, options);
}

Result<Neighbors> nearestNeighbors(const Embedding& embedding, const Embedding& queries,
                                   const SearchOptions& options) {
    if (queries.columns() != embedding.columns() || queries.manifold != embedding.manifold)
        return inputError("the queries do not lie in the space of the embedding",
                          "give queries with as many columns, on the same manifold");
    if (const auto usable = requireUsable(queries); !usable) return usable.error();
    return search(embedding, &queries, options);
}

}  // namespace horo
