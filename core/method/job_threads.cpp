#include "core/method/job_threads.h"

namespace horo {

JobThreads::JobThreads(int threads) {
    for (int i = 0; i < threads; ++i)
        threads_.emplace_back([this] { serve(); });
}

JobThreads::~JobThreads() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
        waiting_.clear();
    }
    arrived_.notify_all();
}

void JobThreads::post(std::function<void()> work) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(work));
    }
    arrived_.notify_one();
}

void JobThreads::serve() {
    for (;;) {
        std::function<void()> work;
        {
            std::unique_lock lock(mutex_);
            arrived_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
            if (ending_) return;
            work = std::move(waiting_.front());
            waiting_.pop_front();
        }
        work();
    }
}

}  // namespace horo
