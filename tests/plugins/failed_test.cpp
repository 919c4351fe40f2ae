// Plugins that go wrong while they are opened or run: they fail with a sentence, the rest goes on.
#include <sys/wait.h>

#include "core/method/job.h"
#include "core/plugin/check_method.h"
#include "core/plugin/sample_payload.h"
#include "tests/plugins/plugin_shelf.h"

namespace horo {
namespace {

class Failed : public PluginShelf {
protected:
    /// Opens the sample beside a fine one, which must not notice.
    std::string toldBeside(const std::string& sample) {
        put("fine");
        put(sample);
        const Plugins plugins = load();
        EXPECT_EQ(named(plugins, "fine").state, PluginState::Loaded);
        EXPECT_TRUE(registry_.find("chunk.fine").ok());
        return told(named(plugins, sample));
    }
    Error errorOfRun(const std::string& sample, const std::string& id) {
        put(sample);
        EXPECT_EQ(told(loadOne()), "loaded: ");
        const Method* method = registry_.find(id).value();
        const horo::Run run{method, sampleObjects(*method), Parameters(method->declaration())};
        Context context{Conditions{}};
        const auto finished = execute(run, context);
        EXPECT_FALSE(finished.ok());
        return finished ? Error() : finished.error();
    }
};

TEST_F(Failed, MissingSymbol) {
    const auto text = toldBeside("missing_symbol");
    EXPECT_TRUE(text.starts_with("failed: ")) << text;
    EXPECT_NE(text.find("functionThatIsNowhere"), std::string::npos) << text;
}

TEST_F(Failed, MissingLibraries) {
    const auto text = toldBeside("missing_library");
    EXPECT_TRUE(text.starts_with("failed: ")) << text;
    EXPECT_NE(text.find("libhorocycle-absent.so"), std::string::npos) << text;
    std::filesystem::remove(folder() / "sample-missing_library" / "sample-missing_library.so");
    EXPECT_EQ(told(named(load(), "missing_library")),
              "failed: its library sample-missing_library.so is not beside its description");
}

TEST_F(Failed, NoLibraryAtAll) {
    std::ofstream(put("fine").parent_path() / "sample-fine.so") << "this is no library";
    EXPECT_NE(told(loadOne()).find("failed: "), std::string::npos);
}

TEST_F(Failed, ExceptionsWhileItIsOpened) {
    EXPECT_EQ(toldBeside("throws_when_made"), "failed: making a method failed: no licence file");
    std::filesystem::remove_all(folder());
    Registry fresh;
    std::swap(registry_, fresh);
    EXPECT_EQ(toldBeside("throws_when_asked"), "failed: making a method failed for an unknown reason");
}

TEST_F(Failed, DeclarationsThatAreNotComplete) {
    const auto text = toldBeside("incomplete");
    EXPECT_EQ(
        text,
        "failed: the declaration of chunk.incomplete is not complete: parameter width has no help of one "
        "sentence");
}

TEST_F(Failed, OtherThanItAnnounces) {
    EXPECT_EQ(toldBeside("other_offer"), "failed: it announces chunk.announced, but offers chunk.other");
    EXPECT_FALSE(registry_.find("chunk.other").ok());
}

TEST_F(Failed, ExceptionsOfARun) {
    const Error error = errorOfRun("throws_when_run", "chunk.throws-when-run");
    EXPECT_NE(error.cause.find("row 7 of 3"), std::string::npos) << error.text();
    const Method* method = registry_.find("chunk.throws-when-run").value();
    EXPECT_FALSE(method->estimate({}, {}, {}).seconds);
}

TEST_F(Failed, RowsOfNaN) {
    EXPECT_NE(errorOfRun("nan_rows", "embed.nan-rows").cause.find("not usable"), std::string::npos);
}

TEST_F(Failed, TheWrongShape) {
    EXPECT_NE(errorOfRun("wrong_shape", "embed.wrong-shape").cause.find("made 3 rows for 2 ids"),
              std::string::npos);
}

TEST_F(Failed, OneThatEndsTheProgramIsNotOpenedAgain) {
    put("ends_program");
    put("fine");
    const pid_t child = ::fork();
    if (child == 0) {
        load();
        std::_Exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_EQ(WEXITSTATUS(status), 77);  // it did end the program

    Plugins plugins = load();
    const Plugin& plugin = named(plugins, "ends_program");
    EXPECT_EQ(told(plugin), "refused: Horocycle ended while this plugin was being opened the last time");
    EXPECT_TRUE(plugin.crashed);
    EXPECT_EQ(named(plugins, "fine").state, PluginState::Loaded);
    EXPECT_TRUE(named(find(), "ends_program").crashed) << "it is remembered until the person decides";
    ASSERT_TRUE(plugins.setOff("org.horocycle.tests.ends-program", true).ok());
    EXPECT_FALSE(named(plugins, "ends_program").crashed);
    EXPECT_TRUE(named(find(), "ends_program").off);
}

TEST_F(Failed, OneThatIgnoresStopLeavesTheOwnerAlone) {
    put("stubborn");
    ASSERT_EQ(told(loadOne()), "loaded: ");
    const Method* method = registry_.find("chunk.stubborn").value();
    const auto findings = checkMethod(*method);
    ASSERT_GE(findings.size(), 2u);
    EXPECT_NE(findings[1].fault.find("without asking whether to stop"), std::string::npos)
        << findings[1].fault;

    JobThreads threads(1);
    const auto post = [](std::function<void()>) {};
    auto inputs = sampleObjects(*method);
    const std::weak_ptr<const Object> heldByTheRun = inputs.begin()->second;
    auto job = std::make_unique<Job>(threads,
                                     horo::Run{method, std::move(inputs), Parameters(method->declaration())},
                                     Conditions{}, post, Job::Listener{});
    while (job->state() == JobState::Waiting)
        std::this_thread::yield();
    job->stop();
    EXPECT_EQ(job->state(), JobState::Stopping);
    job->leave();
    job.reset();  // does not wait for the method
    EXPECT_EQ(threads.left(), 1);
    EXPECT_FALSE(heldByTheRun.expired());
    while (!heldByTheRun.expired())  // the method itself must outlive its run
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

}  // namespace
}  // namespace horo
