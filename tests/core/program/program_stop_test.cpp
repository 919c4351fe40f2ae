// Outside programs that are told to stop, that hang, and that lose their parent.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/core/program/remembering.h"

namespace horo {
namespace {

class ProgramStop : public testing::Test {
protected:
    void TearDown() override {
        for (const int process : context_.processes())
            EXPECT_TRUE(waitFor([&] { return !isAlive(process); })) << process << " is still there";
        int status = 0;
        EXPECT_EQ(::waitpid(-1, &status, WNOHANG), -1) << "a child was not reaped";
    }
    /// Stops the run when so many processes have said their number.
    void stopAfter(size_t processes) {
        context_.stopWhen = [processes](const Remembering& c) { return c.processes().size() >= processes; };
    }
    Remembering context_;
};

TEST_F(ProgramStop, BeforeItsStart) {
    stopAfter(0);
    const auto result = runProgramOf(shell("echo started >&2"), context_);
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().blame, Blame::Cancelled);
    EXPECT_TRUE(context_.lines.empty());
}

TEST_F(ProgramStop, GivesAPartialResult) {
    stopAfter(1);
    const auto result =
        runProgramOf(describe({"sh", "{folder}/stops.sh", "{input.hierarchy}", "{output}"}), context_);
    ASSERT_TRUE(result.ok()) << result.error().text();
    EXPECT_TRUE(result->outcome.partial);
    EXPECT_TRUE(result->madeBy.partial);
    EXPECT_EQ(std::get<std::shared_ptr<const Hierarchy>>(result->outcome.output)->edgeCount(), 2u);
}

TEST_F(ProgramStop, TakesACheckpointThatIsWhole) {
    stopAfter(1);
    const auto result = runProgramOf(shell("cp \"$1\" \"$2\"; echo pid $$ >&2; exec sleep 1000"), context_);
    ASSERT_TRUE(result.ok()) << result.error().text();
    EXPECT_TRUE(result->outcome.partial);
}

TEST_F(ProgramStop, WithoutAnOutputIsCancelled) {
    stopAfter(1);
    const auto none = runProgramOf(shell("echo pid $$ >&2; exec sleep 1000"), context_);
    ASSERT_FALSE(none.ok());
    EXPECT_EQ(none.error().blame, Blame::Cancelled);

    const auto half =
        runProgramOf(shell("printf 'parent\\tch' > \"$2\"; echo pid $$ >&2; exec sleep 1000"), context_);
    ASSERT_FALSE(half.ok());
    EXPECT_EQ(half.error().blame, Blame::Cancelled);
}

TEST_F(ProgramStop, KillsAfterTheGrace) {
    stopAfter(2);
    auto d = describe({"sh", "{folder}/stubborn.sh", "{input.hierarchy}", "{output}"});
    d["grace"] = .2;
    const auto start = std::chrono::steady_clock::now();
    const auto result = runProgramOf(d, context_);
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().blame, Blame::Cancelled);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(15));
    EXPECT_EQ(context_.processes().size(), 2u);
}

TEST_F(ProgramStop, KillsOneThatHasStoppedItself) {
    stopAfter(1);
    auto d = shell("echo pid $$ >&2; kill -STOP $$; exec sleep 1000");
    const auto result = runProgramOf(d, context_);
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().blame, Blame::Cancelled);
}

TEST_F(ProgramStop, LeavesNoGrandchild) {
    stopAfter(2);
    const auto stopped =
        runProgramOf(shell("sh -c 'echo pid $$ >&2; exec sleep 1000' & echo pid $$ >&2; wait"), context_);
    EXPECT_FALSE(stopped.ok());

    // One that holds the pipes open does not keep the run from its end.
    context_.stopWhen = {};
    const auto ended = runProgramOf(shell("sleep 1000 & echo pid $! >&2; cp \"$1\" \"$2\""), context_);
    EXPECT_TRUE(ended.ok());
    EXPECT_EQ(context_.processes().size(), 3u);
}

TEST_F(ProgramStop, TakesSilenceForAHang) {
    auto d = shell("echo pid $$ >&2; echo last words >&2; exec sleep 1000");
    d["silence"] = .3;
    const auto result = runProgramOf(d, context_);
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().cause, "embed.sample gave no sign of life for 0.3 s and was taken as hung");
    EXPECT_EQ(result.error().blame, Blame::Input);
}

TEST_F(ProgramStop, HearsSignsOfLifeOnBothStreams) {
    auto d = shell("for i in 1 2 3 4 5 6 7 8; do sleep .25; echo .; done; cp \"$1\" \"$2\"");
    d["silence"] = 1.5;
    const auto result = runProgramOf(d, context_);
    EXPECT_TRUE(result.ok()) << result.error().text();
}

TEST_F(ProgramStop, StopsInTheMiddleOfAFlood) {
    context_.stopWhen = [](const Remembering& c) { return c.lines.size() > 100; };
    const auto start = std::chrono::steady_clock::now();
    const auto result = runProgramOf(shell("exec yes >&2"), context_);
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().blame, Blame::Cancelled);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(15));
}

TEST_F(ProgramStop, DiesWithItsParent) {
    const Scratch scratch;
    const std::string said = scratch.path("pid");
    const pid_t parent = ::fork();
    ASSERT_GE(parent, 0);
    if (parent == 0) {
        ::setenv("TMPDIR", scratch.folder().c_str(), 1);
        Remembering context;
        (void)runProgramOf(
            shell("echo $$ > " + said + ".new; mv " + said + ".new " + said + "; exec sleep 1000"), context);
        ::_exit(0);
    }
    EXPECT_TRUE(waitFor([&] { return std::filesystem::exists(said); }));
    const int child = std::stoi(scratch.read("pid"));
    EXPECT_TRUE(isAlive(child));
    ::kill(parent, SIGKILL);
    int status = 0;
    ::waitpid(parent, &status, 0);
    EXPECT_TRUE(waitFor([&] { return !isAlive(child); }));
}

}  // namespace
}  // namespace horo
