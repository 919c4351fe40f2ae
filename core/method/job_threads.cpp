#include "core/method/job_threads.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace horo {

namespace {
std::atomic<bool> someLeft = false;
}

/// Outlives the owner where a thread was left behind.
struct JobThreads::Shared {
    std::mutex mutex;
    std::condition_variable arrived, ended;
    std::deque<std::function<void()>> waiting;
    bool ending = false;
    int running = 0, left = 0;

    void serve() {
        for (;;) {
            std::function<void()> work;
            {
                std::unique_lock lock(mutex);
                arrived.wait(lock, [this] { return ending || !waiting.empty(); });
                if (ending) return;
                work = std::move(waiting.front());
                waiting.pop_front();
            }
            work();
        }
    }
};

JobThreads::JobThreads(int threads) : shared_(std::make_shared<Shared>()) {
    for (int i = 0; i < threads; ++i)
        start();
}

void JobThreads::start() {
    auto ended = std::make_shared<bool>(false);
    ++shared_->running;
    threads_.push_back({std::thread([shared = shared_, ended] {
                            shared->serve();
                            const std::lock_guard lock(shared->mutex);
                            *ended = true;
                            --shared->running;
                            shared->ended.notify_all();
                        }),
                        ended});
}

JobThreads::~JobThreads() {
    std::unique_lock lock(shared_->mutex);
    shared_->ending = true;
    shared_->waiting.clear();
    shared_->arrived.notify_all();
    shared_->ended.wait(lock, [this] { return shared_->running <= shared_->left; });
    for (auto& [thread, ended] : threads_)
        if (!*ended) thread.detach();
    lock.unlock();
    for (auto& [thread, ended] : threads_)
        if (thread.joinable()) thread.join();
}

void JobThreads::post(std::function<void()> work) {
    {
        const std::lock_guard lock(shared_->mutex);
        shared_->waiting.push_back(std::move(work));
    }
    shared_->arrived.notify_one();
}

void JobThreads::leaveOne() {
    const std::lock_guard lock(shared_->mutex);
    ++shared_->left;
    someLeft = true;
    start();
}

int JobThreads::left() const {
    const std::lock_guard lock(shared_->mutex);
    return shared_->left;
}

bool JobThreads::anyLeft() {
    return someLeft;
}

}  // namespace horo
