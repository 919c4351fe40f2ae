// The threads that long work runs on.
#pragma once

#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "core/base/export.h"

namespace horo {

/// A few threads that live as long as the program: new ones for each job would each keep memory of their own
/// in OpenMP and LibTorch. Work starts in the order in which it came.
class HOROCYCLE_EXPORT JobThreads {
public:
    explicit JobThreads(int threads = 2);
    /// Waits for what runs, but for what was left; what has not started is dropped.
    ~JobThreads();
    JobThreads(const JobThreads&) = delete;
    JobThreads& operator=(const JobThreads&) = delete;

    void post(std::function<void()> work);

    /// One of the threads is stuck in work that nobody waits for any more: another one takes its place.
    void leaveOne();
    int left() const;
    /// Whether any such work is left in this program. Then it must end by std::_Exit: what the work uses
    /// would be destroyed under it.
    static bool anyLeft();

private:
    struct Shared;
    struct Thread {
        std::thread thread;
        std::shared_ptr<bool> ended;
    };
    void start();
    std::shared_ptr<Shared> shared_;
    std::vector<Thread> threads_;
};

}  // namespace horo
