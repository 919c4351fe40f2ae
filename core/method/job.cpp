#include "core/method/job.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace horo {

using Clock = std::chrono::steady_clock;

namespace {
constexpr auto patience =
    std::chrono::seconds(5);  ///< of an owner that goes away, for a run that does not stop
}

/// What the run and its owner both touch. The callbacks are only called on the owner's thread.
class Job::Shared {
public:
    Post post;
    Listener listener;

    mutable std::mutex mutex;
    std::condition_variable changed;
    JobState state = JobState::Waiting;
    bool started = false;  ///< the run has begun or will never begin
    bool ended = false;    ///< the run has left its thread
    bool stopAsked = false;
    bool pauseAsked = false;
    bool noticePending = false;  ///< a `changed` is on its way to the owner
    bool ownerGone = false;
    bool left = false;  ///< given up by its owner while it ran
    Progress progress;
    std::vector<CurvePoint> points;
    Payload picture;
    bool pictureWaits = false;  ///< published and not yet taken
    Clock::time_point lastPicture{};

    /// Tells the owner, at most one notice at a time being on its way. The mutex is held.
    void notify(const std::shared_ptr<Shared>& self) {
        if (noticePending || ownerGone) return;
        noticePending = true;
        post([self] {
            {
                const std::lock_guard lock(self->mutex);
                self->noticePending = false;
                if (self->ownerGone) return;
            }
            if (self->listener.changed) self->listener.changed();
        });
    }
};

class Job::JobContext final : public Context {
public:
    JobContext(Conditions conditions, std::shared_ptr<Shared> shared)
        : Context(std::move(conditions)), shared_(std::move(shared)) {}

    bool keepGoing() override {
        std::unique_lock lock(shared_->mutex);
        if (shared_->pauseAsked && !shared_->stopAsked) {
            shared_->state = JobState::Paused;
            shared_->notify(shared_);
            shared_->changed.wait(lock, [this] { return !shared_->pauseAsked || shared_->stopAsked; });
            if (!shared_->stopAsked) shared_->state = JobState::Running;
            shared_->notify(shared_);
        }
        return !shared_->stopAsked;
    }

    void progress(const Progress& at) override {
        const std::lock_guard lock(shared_->mutex);
        shared_->progress = at;
        shared_->notify(shared_);
    }

    bool wantsPicture() override {
        constexpr auto frame = std::chrono::milliseconds(50);
        const std::lock_guard lock(shared_->mutex);
        return !shared_->pictureWaits && Clock::now() - shared_->lastPicture > frame;
    }

    void publish(Payload picture) override {
        const std::lock_guard lock(shared_->mutex);
        shared_->picture = std::move(picture);
        shared_->pictureWaits = true;
        shared_->lastPicture = Clock::now();
        shared_->notify(shared_);
    }

    void measure(std::string_view curve, double x, double y) override {
        const std::lock_guard lock(shared_->mutex);
        shared_->points.push_back({std::string(curve), x, y});
        shared_->notify(shared_);
    }

private:
    std::shared_ptr<Shared> shared_;
};

Job::Job(JobThreads& threads, Run run, Conditions conditions, Post post, Listener listener)
    : threads_(threads),
      run_(std::move(run)),
      conditions_(std::move(conditions)),
      shared_(std::make_shared<Shared>()) {
    shared_->post = std::move(post);
    shared_->listener = std::move(listener);
    threads.post([shared = shared_, run = run_, conditions = conditions_] {
        {
            const std::lock_guard lock(shared->mutex);
            if (shared->ownerGone) return;
            shared->started = true;
            shared->state = shared->stopAsked ? JobState::Stopping : JobState::Running;
            shared->notify(shared);
        }
        JobContext context(conditions, shared);
        auto result = std::make_shared<Result<Finished>>(execute(run, context));
        const std::lock_guard lock(shared->mutex);
        shared->ended = true;
        shared->state = result->ok() ? JobState::Done : JobState::Failed;
        shared->changed.notify_all();
        if (shared->ownerGone) return;
        shared->post([shared, result] {
            {
                const std::lock_guard lock(shared->mutex);
                if (shared->ownerGone) return;
            }
            if (shared->listener.ended) shared->listener.ended(std::move(*result));
        });
    });
}

Job::~Job() {
    std::unique_lock lock(shared_->mutex);
    shared_->ownerGone = true;
    shared_->stopAsked = true;
    shared_->changed.notify_all();
    const auto over = [this] { return shared_->left || !shared_->started || shared_->ended; };
    if (shared_->changed.wait_for(lock, patience, over)) return;
    shared_->left = true;
    threads_.leaveOne();
}

JobState Job::state() const {
    const std::lock_guard lock(shared_->mutex);
    return shared_->state;
}

Progress Job::progress() const {
    const std::lock_guard lock(shared_->mutex);
    return shared_->progress;
}

std::vector<CurvePoint> Job::curve(size_t first) const {
    const std::lock_guard lock(shared_->mutex);
    if (first >= shared_->points.size()) return {};
    return {shared_->points.begin() + static_cast<ptrdiff_t>(first), shared_->points.end()};
}

Payload Job::takePicture() {
    const std::lock_guard lock(shared_->mutex);
    shared_->pictureWaits = false;
    return std::exchange(shared_->picture, Payload{});
}

void Job::pause(bool paused) {
    const std::lock_guard lock(shared_->mutex);
    shared_->pauseAsked = paused;
    shared_->changed.notify_all();
}

void Job::stop() {
    const std::lock_guard lock(shared_->mutex);
    if (shared_->ended) return;
    shared_->stopAsked = true;
    if (shared_->state != JobState::Waiting) shared_->state = JobState::Stopping;
    shared_->changed.notify_all();
    shared_->notify(shared_);
}

void Job::leave() {
    {
        const std::lock_guard lock(shared_->mutex);
        shared_->stopAsked = shared_->ownerGone = shared_->left = true;
        shared_->changed.notify_all();
        if (!shared_->started || shared_->ended) return;
    }
    threads_.leaveOne();
}

}  // namespace horo
