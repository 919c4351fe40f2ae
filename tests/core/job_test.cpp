#include "core/method/job.h"

#include <gtest/gtest.h>

#include <atomic>
#include <deque>

namespace horo {
namespace {

/// A method that counts until it is stopped.
class Counting final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "test.counting";
            d.parameters = {integer("steps", "Steps", 1'000'000'000, 1, 1e12, "", "")};
            return d;
        }();
        return d;
    }
    Result<Outcome> run(const Inputs&, const Parameters& parameters, Context& context) const override {
        Outcome outcome;
        int64_t step = 0;
        for (; step < parameters.integer("steps"); ++step) {
            if (!context.keepGoing()) {
                outcome.partial = true;
                break;
            }
            context.progress({0.5, "counting", {}});
            context.measure("count", static_cast<double>(step), 1);
            if (context.wantsPicture()) context.publish(std::make_shared<const Report>());
        }
        outcome.report.add("steps", static_cast<double>(step), "");
        return outcome;
    }
};

/// The owner's event loop, run by hand.
class Loop {
public:
    Job::Post post() {
        return [this](std::function<void()> work) {
            const std::lock_guard lock(mutex_);
            queue_.push_back(std::move(work));
            arrived_.notify_one();
        };
    }
    void runUntil(const std::function<bool()>& done) {
        while (!done()) {
            std::function<void()> work;
            {
                std::unique_lock lock(mutex_);
                arrived_.wait(lock, [this] { return !queue_.empty(); });
                work = std::move(queue_.front());
                queue_.pop_front();
            }
            work();
        }
    }

private:
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<std::function<void()>> queue_;
};

struct JobTest : testing::Test {
    Counting method;
    Loop loop;
    JobThreads threads{2};
    int changes = 0;
    std::optional<Result<Finished>> result;

    std::unique_ptr<Job> start(const char* steps = nullptr) {
        horo::Run run;
        run.method = &method;
        run.parameters = Parameters(method.declaration());
        if (steps) {
            EXPECT_TRUE(run.parameters.set(method.declaration(), "steps", steps));
        }
        return std::make_unique<Job>(
            threads, run, Conditions{}, loop.post(),
            Job::Listener{[this] { ++changes; }, [this](Result<Finished>&& r) { result = std::move(r); }});
    }
};

TEST_F(JobTest, RunsToItsEndAndReports) {
    auto job = start("5");
    loop.runUntil([&] { return result.has_value(); });
    ASSERT_TRUE(result->ok());
    EXPECT_FALSE((*result)->outcome.partial);
    EXPECT_EQ((*result)->outcome.report.find("steps")->value, 5);
    EXPECT_EQ(job->state(), JobState::Done);
    EXPECT_EQ(job->curve(0).size(), 5u);
    EXPECT_EQ(job->curve(3).size(), 2u);
    EXPECT_GT(changes, 0);
}

TEST_F(JobTest, StopKeepsWhatThereIs) {
    auto job = start();
    loop.runUntil([&] { return job->state() == JobState::Running; });
    job->stop();
    loop.runUntil([&] { return result.has_value(); });
    ASSERT_TRUE(result->ok());
    EXPECT_TRUE((*result)->outcome.partial);
}

TEST_F(JobTest, StopBeforeTheStartEndsAtOnce) {
    auto job = start();
    job->stop();
    loop.runUntil([&] { return result.has_value(); });
    ASSERT_TRUE(result->ok());
    EXPECT_TRUE((*result)->outcome.partial);
}

TEST_F(JobTest, PauseHoldsAndResumeGoesOn) {
    auto job = start();
    job->pause(true);
    loop.runUntil([&] { return job->state() == JobState::Paused; });
    const size_t held = job->curve(0).size();
    EXPECT_EQ(job->curve(0).size(), held);
    job->pause(false);
    loop.runUntil([&] { return job->curve(0).size() > held; });
    job->stop();
    loop.runUntil([&] { return result.has_value(); });
}

TEST_F(JobTest, NoCallbackAfterTheOwnerDied) {
    auto job = start();
    loop.runUntil([&] { return job->state() == JobState::Running; });
    job.reset();  // stops and waits
    const int before = changes;
    bool drained = false;
    loop.post()([&] { drained = true; });
    loop.runUntil([&] { return drained; });
    EXPECT_EQ(changes, before);
    EXPECT_FALSE(result.has_value());
}

TEST_F(JobTest, APictureIsTakenOnce) {
    auto job = start();
    Payload picture;
    loop.runUntil([&] {
        picture = job->takePicture();
        return kindOf(picture) == Kind::Report;
    });
    job->stop();
    loop.runUntil([&] { return result.has_value(); });
}

TEST_F(JobTest, JobsThatWaitAreDroppedAtTheEnd) {
    std::vector<std::unique_ptr<Job>> jobs;
    for (int i = 0; i < 5; ++i)
        jobs.push_back(start());
    jobs.clear();
    EXPECT_FALSE(result.has_value());
}

}  // namespace
}  // namespace horo
