#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace horo {

int availableThreads() {
    return std::max(1u, std::thread::hardware_concurrency());
}

void runWorkers(int threads, const std::function<void(int)>& body) {
    std::vector<std::jthread> others;
    for (int worker = 1; worker < threads; ++worker)
        others.emplace_back([&body, worker] { body(worker); });
    body(0);
}

void parallelFor(size_t count, size_t grain, int threads, const std::function<void(size_t, size_t)>& body) {
    if (count == 0) return;
    grain = std::max<size_t>(grain, 1);
    const size_t blocks = (count + grain - 1) / grain;
    if (threads <= 0) threads = availableThreads();
    threads = static_cast<int>(std::min<size_t>(threads, blocks));
    std::atomic<size_t> next{0};
    runWorkers(threads, [&](int) {
        for (size_t block; (block = next.fetch_add(1, std::memory_order_relaxed)) < blocks;)
            body(block * grain, std::min(count, (block + 1) * grain));
    });
}

bool parallelWhile(const std::function<bool()>& keepGoing, size_t count, size_t grain, int threads,
                   const std::function<void(size_t, size_t)>& body) {
    std::atomic<bool> stopped{false};
    std::mutex asking;
    parallelFor(count, grain, threads, [&](size_t begin, size_t end) {
        if (stopped.load(std::memory_order_relaxed)) return;
        body(begin, end);
        const std::lock_guard lock(asking);
        if (!stopped && !keepGoing()) stopped = true;
    });
    return !stopped;
}

}  // namespace horo
