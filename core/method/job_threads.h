// The threads that long work runs on.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "core/base/export.h"

namespace horo {

/// A few threads that live as long as the program: new ones for each job would each keep memory of their own
/// in OpenMP and LibTorch. Work starts in the order in which it came.
class HOROCYCLE_EXPORT JobThreads {
public:
    explicit JobThreads(int threads = 2);
    /// Waits for what runs; what has not started is dropped.
    ~JobThreads();

    void post(std::function<void()> work);

private:
    void serve();
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<std::function<void()>> waiting_;
    bool ending_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace horo
