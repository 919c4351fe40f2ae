#include "core/neighbors/product_search.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/parallel.h"
#include "core/neighbors/share.h"

namespace horo {

namespace {

constexpr size_t stripe = SearchRows::stripe;
constexpr size_t stripesAtOnce = 16;  ///< some 20 ms of work at a few hundred columns
constexpr size_t margin = 16;         ///< candidates beyond k, of which few queries need more

}  // namespace

ProductSearch::ProductSearch(const Embedding& rows, const Embedding* queries, const SearchOptions& options,
                             size_t k)
    : manifold_(rows.manifold),
      exact_(rows, queries),
      options_(options),
      centre_(SearchRows::meanPoint(rows)),
      right_(rows, centre_, options.set),
      ownQueries_(queries ? std::make_unique<SearchRows>(*queries, centre_, options.set) : nullptr),
      left_(ownQueries_ ? *ownQueries_ : right_),
      kernel_(productKernel<float>(options.set)),
      keys_(keyKernel(options.set)),
      nobody_(stripe, -std::numeric_limits<float>::infinity()),
      k_(k),
      candidates_(left_.rows(), left_.stripes() * stripe,
                  std::min(exact_.others(), k + std::max(k / 2, margin))),
      locks_(left_.stripes()) {}

bool ProductSearch::canHold(const Embedding& rows) {
    if (!rows.manifold.isHyperbolic()) return true;
    // Weights grow like e^radius / 4; two of them and a square stay below 3e38.
    const double farthest = 42 / std::sqrt(-rows.manifold.curvature());
    for (size_t i = 0; i < rows.rows(); ++i)
        if (rows.radius(i) > farthest) return false;
    return true;
}

Result<Neighbors> ProductSearch::run(Neighbors out) {
    std::vector<uint32_t> open;
    if (!collect() || !decide(out, open) || !searchAgain(open, out)) return cancelledError();
    return out;
}

void ProductSearch::Room::pack(const SearchRows& from) {
    from.packLeft(rows, left);
    products.resize(stripe * stripe);
    hits.resize(stripe * stripe);
}

bool ProductSearch::collect() {
    std::vector<Task> tasks;
    for (size_t left = 0; left < left_.stripes(); ++left)
        for (size_t first = itself() ? left : 0; first < right_.stripes(); first += stripesAtOnce)
            tasks.push_back({left, first, std::min(first + stripesAtOnce, right_.stripes())});
    Share share(options_, tasks.size());
    return parallelWhile(share.keepGoing(), tasks.size(), 1, options_.threads, [&](size_t begin, size_t end) {
        for (size_t t = begin; t < end; ++t)
            compare(tasks[t]);
        share.add(end - begin);
    });
}

void ProductSearch::compare(const Task& task) {
    thread_local Room room;
    const size_t begin = task.left * stripe, end = std::min(begin + stripe, left_.rows());
    room.rows.resize(end - begin);
    std::iota(room.rows.begin(), room.rows.end(), static_cast<uint32_t>(begin));
    room.pack(left_);
    for (size_t right = task.first; right < task.end; ++right) {
        multiply(room, right);
        const bool both = itself() && right != task.left;
        std::unique_lock first(locks_[task.left]), second(locks_[both ? right : task.left], std::defer_lock);
        if (both) second.lock();  // the left stripe is the lower one, so that no two threads wait in a circle
        take(task.left, right, both, room);
    }
}

void ProductSearch::multiply(Room& room, size_t right) const {
    const size_t leftRows = ProductKernel<float>::leftRows;
    kernel_.multiply({room.left.data(), right_.right(right), (room.rows.size() + leftRows - 1) / leftRows,
                      stripe / kernel_.rightRows, right_.columns(), room.products.data(), stripe});
}

/// Between two stripes of the same rows a pair is a candidate of both.
void ProductSearch::take(size_t left, size_t right, bool both, Room& room) {
    const size_t l = left * stripe, r = right * stripe;
    const size_t hits =
        keys_({room.products.data(), stripe, room.rows.size(), stripe, left_.squares() + l,
               left_.weights() + l, candidates_.limits() + l, right_.squares() + r, right_.weights() + r,
               both ? candidates_.limits() + r : nobody_.data(), room.hits.data()});
    for (size_t h = 0; h < hits; ++h) {
        const auto i = static_cast<uint32_t>(l + room.hits[h] / stripe);
        const auto j = static_cast<uint32_t>(r + room.hits[h] % stripe);
        if (j >= right_.rows() || exact_.isItself(i, j)) continue;
        const float key = room.products[room.hits[h]];
        if (key < candidates_.limit(i)) candidates_.add(i, {key, j});
        if (both && key < candidates_.limit(j)) candidates_.add(j, {key, i});
    }
}

/// What the key of a row that is out must be above: room for the rounding of weights and of the distance.
float ProductSearch::boundOf(double distance) const {
    return std::nextafter(static_cast<float>(RatioPoint::ratio(manifold_, distance) * (1 + 1e-6)),
                          std::numeric_limits<float>::infinity());
}

bool ProductSearch::decide(Neighbors& out, std::vector<uint32_t>& open) {
    std::mutex adding;
    return parallelWhile([&] { return options_.keepGoing(1); }, out.queries, 256, options_.threads,
                         [&](size_t begin, size_t end) {
                             std::vector<NearRow> near;
                             for (size_t query = begin; query < end; ++query) {
                                 exact_.measure(query, candidates_.of(query), near);
                                 writeNearest(near, query, out);
                                 if (near.size() == exact_.others()) continue;
                                 if (boundOf(near[k_ - 1].distance) < candidates_.limit(query)) continue;
                                 const std::lock_guard lock(adding);
                                 open.push_back(static_cast<uint32_t>(query));
                             }
                         });
}

/// Takes all rows that the keys cannot rule out.
bool ProductSearch::searchAgain(std::vector<uint32_t>& open, Neighbors& out) const {
    std::sort(open.begin(), open.end());
    constexpr size_t atOnce = 4 * ProductKernel<float>::leftRows;
    return parallelWhile(
        [&] { return options_.keepGoing(1); }, open.size(), atOnce, options_.threads,
        [&](size_t begin, size_t end) { searchAgain(std::span(open).subspan(begin, end - begin), out); });
}

void ProductSearch::searchAgain(std::span<const uint32_t> queries, Neighbors& out) const {
    Room room;
    room.rows.assign(queries.begin(), queries.end());
    room.pack(left_);
    std::vector<float> squares, weights, limits;
    for (const uint32_t query : queries) {
        squares.push_back(left_.squares()[query]);
        weights.push_back(left_.weights()[query]);
        limits.push_back(boundOf(out.distancesOf(query)[k_ - 1]));
    }
    std::vector<std::vector<uint32_t>> found(queries.size());
    for (size_t right = 0; right < right_.stripes(); ++right) {
        multiply(room, right);
        const size_t r = right * stripe;
        const size_t hits = keys_({room.products.data(), stripe, queries.size(), stripe, squares.data(),
                                   weights.data(), limits.data(), right_.squares() + r, right_.weights() + r,
                                   nobody_.data(), room.hits.data()});
        for (size_t h = 0; h < hits; ++h) {
            const size_t row = r + room.hits[h] % stripe;
            if (row < right_.rows()) found[room.hits[h] / stripe].push_back(static_cast<uint32_t>(row));
        }
    }
    std::vector<NearRow> near;
    for (size_t i = 0; i < queries.size(); ++i) {
        exact_.measure(queries[i], found[i], near);
        writeNearest(near, queries[i], out);
    }
}

}  // namespace horo
