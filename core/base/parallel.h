// Loops over several threads.
#pragma once

#include <cstddef>
#include <functional>

#include "core/base/export.h"

namespace horo {

/// Processor cores that this process may use, at least 1.
HOROCYCLE_EXPORT int availableThreads();

/// Calls body(begin, end) on blocks of at most `grain` that cover [0, count), on up to `threads`
/// threads (0 = all), the caller's included. Returns when all blocks are done. A body must not throw.
/// Which thread gets which block is not fixed; blocks are the same for any number of threads.
HOROCYCLE_EXPORT void parallelFor(size_t count, size_t grain, int threads,
                                  const std::function<void(size_t begin, size_t end)>& body);

/// The same as long as `keepGoing` says so: it is asked after each block, by one thread at a time. False: it
/// said no, and the blocks that were left are not done.
HOROCYCLE_EXPORT bool parallelWhile(const std::function<bool()>& keepGoing, size_t count, size_t grain,
                                    int threads, const std::function<void(size_t begin, size_t end)>& body);

/// Calls body(worker) once for each worker in [0, threads), at the same time, the caller's thread being
/// worker 0.
HOROCYCLE_EXPORT void runWorkers(int threads, const std::function<void(int worker)>& body);

}  // namespace horo
