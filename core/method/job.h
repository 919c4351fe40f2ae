// A run in the background, owned by whoever shows it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/method/job_threads.h"
#include "core/method/run.h"

namespace horo {

enum class JobState { Waiting, Running, Paused, Stopping, Done, Failed };

struct CurvePoint {
    std::string curve;
    double x, y;
};

/// Owns a snapshot of its inputs. Callbacks come on the owner's thread, never after the job was destroyed;
/// the destructor stops the run and waits for it, five seconds at most: then the run is left behind.
class HOROCYCLE_EXPORT Job {
public:
    /// Brings a function to the owner's thread, for example through its event loop.
    using Post = std::function<void(std::function<void()>)>;
    struct Listener {
        std::function<void()> changed;                         ///< progress, curves, a picture, the state
        std::function<void(Result<Finished>&& result)> ended;  ///< once, last
    };

    Job(JobThreads& threads, Run run, Conditions conditions, Post post, Listener listener);
    ~Job();
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;

    const Run& run() const { return run_; }
    const Conditions& conditions() const { return conditions_; }
    JobState state() const;
    Progress progress() const;
    /// Points from number `first` on, in the order in which they were measured.
    std::vector<CurvePoint> curve(size_t first) const;
    /// The newest picture, once; none if there is no newer one. Taking it lets the method make the next.
    Payload takePicture();

    void pause(bool paused);
    /// Ends the run as soon as it asks; what it has then is the result.
    void stop();
    /// Gives up a run that does not stop: nothing is heard of it any more, its thread is left to it, and the
    /// destructor does not wait.
    void leave();

private:
    class Shared;
    class JobContext;
    JobThreads& threads_;
    Run run_;
    Conditions conditions_;
    std::shared_ptr<Shared> shared_;
};

}  // namespace horo
