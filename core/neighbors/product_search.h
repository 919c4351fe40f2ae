// Nearest neighbors by products in single precision, decided in double.
#pragma once

#include <memory>
#include <mutex>

#include "core/neighbors/candidates.h"
#include "core/neighbors/exact_distances.h"
#include "core/neighbors/search_rows.h"

namespace horo {

/// Keys are lower bounds of ratios, so that a row is out for certain where its key is above the ratio of the
/// k-th nearest. The few rows with the least keys are measured first; a query whose k-th nearest does not
/// rule out the others is compared with all rows that its keys cannot rule out.
class ProductSearch {
public:
    /// `queries` is null where the rows themselves ask. k is at most the number of other rows.
    ProductSearch(const Embedding& rows, const Embedding* queries, const SearchOptions& options, size_t k);

    /// Whether single precision can hold the keys at all: hyperbolic rows must not be too far out.
    static bool canHold(const Embedding& rows);
    /// Fills `out`. Error: stopped.
    Result<Neighbors> run(Neighbors out);

private:
    /// One stripe against some.
    struct Task {
        size_t left, first, end;
    };
    struct Room {
        AlignedVector<float> left, products;
        std::vector<uint32_t> rows, hits;
        void pack(const SearchRows& from);
    };

    bool itself() const { return !ownQueries_; }
    bool collect();
    void compare(const Task& task);
    void multiply(Room& room, size_t right) const;
    void take(size_t left, size_t right, bool both, Room& room);
    float boundOf(double distance) const;
    bool decide(Neighbors& out, std::vector<uint32_t>& open);
    bool searchAgain(std::vector<uint32_t>& open, Neighbors& out) const;
    void searchAgain(std::span<const uint32_t> queries, Neighbors& out) const;

    const Manifold& manifold_;
    ExactDistances exact_;
    const SearchOptions& options_;
    std::vector<double> centre_;
    SearchRows right_;
    std::unique_ptr<SearchRows> ownQueries_;  ///< null where the rows themselves ask
    const SearchRows& left_;
    ProductKernel<float> kernel_;
    KeyKernel keys_;
    AlignedVector<float> nobody_;  ///< limits of those who do not ask
    size_t k_;
    Candidates candidates_;
    std::vector<std::mutex> locks_;  ///< of the candidates of each stripe
};

}  // namespace horo
