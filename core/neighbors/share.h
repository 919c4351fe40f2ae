// Progress of a search by several threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <functional>

#include "core/neighbors/neighbors.h"

namespace horo {

/// Tells how much of the work is done whenever it asks whether to go on.
class Share {
public:
    Share(const SearchOptions& options, size_t total)
        : options_(options), total_(static_cast<double>(total)) {}
    void add(size_t work) { done_.fetch_add(work, std::memory_order_relaxed); }
    std::function<bool()> keepGoing() {
        return [this] { return options_.keepGoing(std::min(1.0, static_cast<double>(done_) / total_)); };
    }

private:
    const SearchOptions& options_;
    double total_;
    std::atomic<size_t> done_ = 0;
};

}  // namespace horo
