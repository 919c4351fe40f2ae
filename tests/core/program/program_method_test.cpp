// Outside programs as methods: runs that end by themselves.
#include <signal.h>
#include <sys/wait.h>

#include <sstream>

#include "core/base/file.h"
#include "core/method/registry.h"
#include "tests/core/program/remembering.h"

namespace horo {
namespace {

using nlohmann::json;

/// Every test has a folder for temporary files of its own, which must be empty in the end.
class ProgramMethod : public testing::Test {
protected:
    void SetUp() override { ::setenv("TMPDIR", scratch_.folder().c_str(), 1); }
    void TearDown() override {
        ::unsetenv("TMPDIR");
        EXPECT_EQ(scratch_.count(), 0u) << "a run left its folder";
        int status = 0;
        EXPECT_EQ(::waitpid(-1, &status, WNOHANG), -1) << "a child was not reaped";
    }
    Scratch scratch_;
    Remembering context_;
};

std::string failure(const Result<Finished>& result) {
    return result ? "it went well" : result.error().text();
}

json embeddingFrom(std::vector<std::string> program) {
    json d = describe(std::move(program));
    d["outputs"][0]["kinds"] = {"embedding"};
    return d;
}

/// A text that holds the arguments, each ended by a zero byte.
json argumentsOf(std::vector<std::string> more) {
    std::vector<std::string> program{"/usr/bin/python3", "{folder}/arguments.py", "{output}"};
    program.insert(program.end(), more.begin(), more.end());
    json d = describe(program);
    d["outputs"][0]["kinds"] = {"text"};
    return d;
}

std::vector<std::string> argumentsIn(const Finished& finished) {
    std::vector<std::string> arguments;
    std::istringstream bytes(std::get<std::shared_ptr<const Text>>(finished.outcome.output)->bytes);
    for (std::string argument; std::getline(bytes, argument, '\0');)
        arguments.push_back(argument);
    return arguments;
}

TEST_F(ProgramMethod, PassesOnAllThatAProgramSays) {
    auto d = describe({"sh", "{folder}/works.sh", "{input.hierarchy}", "{output}", "{results}"});
    const auto result = runProgramOf(d, context_);
    ASSERT_TRUE(result.ok()) << failure(result);
    const Outcome& outcome = result->outcome;
    EXPECT_FALSE(outcome.partial);
    EXPECT_EQ(std::get<std::shared_ptr<const Hierarchy>>(outcome.output)->edgeCount(), 2u);

    EXPECT_EQ(outcome.report.find("edges")->value, 2);
    EXPECT_EQ(outcome.report.find("edges")->convention, "as computed by embed.sample");
    EXPECT_EQ(outcome.report.find("depth")->value, 1.5);
    EXPECT_EQ(outcome.report.find("depth")->convention, "mean over leaves");
    EXPECT_EQ(outcome.report.find("depth")->unit, "edges");
    EXPECT_EQ(outcome.report.find("depth")->n, 2);
    EXPECT_EQ(outcome.report.find("hole")->value, std::nullopt);
    EXPECT_EQ(outcome.report.scores.size(), 3u);
    EXPECT_EQ(
        outcome.report.warnings,
        (std::vector<std::string>{"hole is not defined: the program gave no number", "one edge is dull"}));

    ASSERT_EQ(context_.progresses.size(), 1u);
    EXPECT_EQ(context_.progresses[0].share, .25);
    EXPECT_EQ(context_.progresses[0].doing, "line 1 of 4");
    EXPECT_EQ(context_.curves.at("loss"), (MeasuredCurve{{1, 2}, {.5, .25}}));
    ASSERT_EQ(context_.pictures.size(), 1u);
    EXPECT_EQ(kindOf(context_.pictures[0]), Kind::Hierarchy);
    EXPECT_EQ(context_.lines, (std::vector<std::string>{
                                  "reading input-hierarchy.tsv", "measure loss 3 nan", "progress 7 too much",
                                  "a picture is left out: absent.tsv: there is no such file; "
                                  "see the guide to outside programs",
                                  "no end of line"}));
    EXPECT_EQ(result->madeBy.results, (json{{"edges", 2}, {"depth", 1.5}, {"hole", nullptr}}));
}

TEST_F(ProgramMethod, GivesArgumentsAsTheyAre) {
    json d = argumentsOf({"--text={text}", "{text}", "{count}", "{share}", "{flag}", "{how}", "{seed}",
                          "{threads}", "{{text}}", "", "{input.hierarchy}"});
    const auto parameter = [](const char* name, const char* type, const json& value, const json& range) {
        return json{{"name", name}, {"type", type}, {"default", value}, {"range", range}, {"help", "It is."}};
    };
    d["parameters"] = {parameter("text", "text", "", nullptr), parameter("count", "integer", 1, {0, nullptr}),
                       parameter("share", "real", .5, {0, 1}), parameter("flag", "boolean", true, nullptr),
                       parameter("how", "choice", "a b", {"a b", "c"})};
    for (auto& p : d["parameters"])
        p["help"] = "It is there.";
    const std::string odd = "two words 'single' \"double\" $HOME `id` \\ {seed}\n* é -x;";
    const auto result =
        runProgramOf(d, context_, {{"text", odd}, {"count", "9007199254740993"}, {"share", "0.1"}});
    ASSERT_TRUE(result.ok()) << failure(result);
    auto arguments = argumentsIn(*result);
    ASSERT_EQ(arguments.size(), 11u);
    EXPECT_TRUE(arguments.back().ends_with("/input-hierarchy.tsv"));
    arguments.pop_back();
    EXPECT_EQ(arguments, (std::vector<std::string>{"--text=" + odd, odd, "9007199254740993", "0.1", "true",
                                                   "a b", "7", "2", "{text}", ""}));
}

TEST_F(ProgramMethod, LeavesOutWhatIsNotGiven) {
    json d = argumentsOf({"-v", "--old={input.old}", "-w", "{input.old}", "x", "{input.old}",
                          "{input.hierarchy}", "{input.old}"});
    d["inputs"].push_back({{"name", "old"},
                           {"kinds", {"table"}},
                           {"help", "the start"},
                           {"required", false},
                           {"format", "csv"}});
    auto result = runProgramOf(d, context_);
    ASSERT_TRUE(result.ok()) << failure(result);
    const auto without = argumentsIn(*result);
    ASSERT_EQ(without.size(), 3u);
    EXPECT_EQ(without[0], "-v");
    EXPECT_EQ(without[1], "x");

    Object old;
    old.name = "old";
    old.payload = std::make_shared<const Table>(Table{{{"a", std::vector<double>{1}}}, true});
    result =
        runProgramOf(d, context_, {}, {{"hierarchy", edges()}, {"old", std::make_shared<const Object>(old)}});
    ASSERT_TRUE(result.ok()) << failure(result);
    const auto with = argumentsIn(*result);
    ASSERT_EQ(with.size(), 8u);
    EXPECT_TRUE(with[1].starts_with("--old=/")) << with[1];
    EXPECT_TRUE(with[7].ends_with("/input-old.csv")) << with[7];
}

TEST_F(ProgramMethod, ExplainsAFailure) {
    auto result = runProgramOf(shell("echo one >&2; echo two >&2; echo 'no disk: é\033[31m\377' >&2; exit 3"),
                               context_);
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().cause, "embed.sample ended with status 3: no disk: é\\x1B[31m\\xFF");
    EXPECT_EQ(result.error().advice, "before that it wrote: one / two");
    EXPECT_EQ(result.error().blame, Blame::Input);

    result = runProgramOf(shell("echo only here; exit 4"), context_);
    EXPECT_EQ(result.error().cause, "embed.sample ended with status 4: only here");

    result = runProgramOf(shell("kill -SEGV $$"), context_);
    EXPECT_EQ(result.error().cause, "embed.sample was ended by signal 11 (Segmentation fault)");

    result = runProgramOf(shell("kill -KILL $$"), context_);
    EXPECT_NE(result.error().advice.find("memory"), std::string::npos) << failure(result);
}

TEST_F(ProgramMethod, SaysWhichProgramIsNotHere) {
    const std::vector<std::string> rest{"{input.hierarchy}", "{output}"};
    const auto with = [&](std::string program) {
        return failure(runProgramOf(describe({std::move(program), rest[0], rest[1]}), context_));
    };
    EXPECT_EQ(with("no-such-program"),
              "the program no-such-program is not here; install no-such-program, or add its folder to PATH");
    EXPECT_NE(with("{folder}/absent").find("absent is not here; install the plugin again"),
              std::string::npos);
    EXPECT_NE(with("{folder}/arguments.py").find("cannot be started: it is not executable"),
              std::string::npos);
    const Scratch elsewhere;
    std::filesystem::permissions(elsewhere.file("text", "no program"), std::filesystem::perms::owner_all);
    EXPECT_NE(with(elsewhere.path("text")).find("cannot be started: Exec format error"), std::string::npos);
}

TEST_F(ProgramMethod, RefusesWhatIsNoOutput) {
    EXPECT_EQ(failure(runProgramOf(shell("echo done >&2"), context_)),
              "output.tsv: embed.sample ended without an output that can be read: there is no such file; "
              "see the guide to outside programs");
    EXPECT_NE(failure(runProgramOf(shell("printf 'a\\tb\\nb\\ta\\n' > \"$2\""), context_)).find("cycle"),
              std::string::npos);
    EXPECT_NE(failure(runProgramOf(shell("mkfifo \"$2\""), context_)).find("no such file"),
              std::string::npos);
    EXPECT_NE(failure(runProgramOf(shell("ln -s /dev/zero \"$2\""), context_)).find("no such file"),
              std::string::npos);
    // A hierarchy where an embedding is declared.
    const json wrong = embeddingFrom({"cp", "{input.hierarchy}", "{output}"});
    const std::string said = failure(runProgramOf(wrong, context_));
    EXPECT_TRUE(said.starts_with("output.npz: embed.sample ended without an output that can be read"))
        << said;

    const json nan =
        embeddingFrom({"/usr/bin/python3", "{folder}/nan_rows.py", "{output}", "{input.hierarchy}"});
    const auto result = runProgramOf(nan, context_);
    ASSERT_FALSE(result.ok());
    EXPECT_NE(result.error().cause.find("not usable"), std::string::npos) << failure(result);
}

TEST_F(ProgramMethod, RefusesWhatAreNoResults) {
    json d = describe({"sh", "-c", "cat > /dev/null; printf '%s' \"$1\" > \"$2\"", "sh", "{text}",
                       "{results}", "{input.hierarchy}"});
    d.erase("outputs");
    d["parameters"] = {{{"name", "text"}, {"type", "text"}, {"default", ""}, {"help", "It is there."}}};
    const auto with = [&](const std::string& text) {
        return failure(runProgramOf(d, context_, {{"text", text}}));
    };
    EXPECT_EQ(with("{\"a\": 1, \"b.c_2\": {\"value\": null, \"n\": 3}}"), "it went well");
    EXPECT_NE(with("{\"a\": NaN}").find("NaN is no JSON"), std::string::npos);
    EXPECT_NE(with("{\"a\": \"1\"}").find("'a' is no number"), std::string::npos);
    EXPECT_NE(with("{\"a\": {\"value\": 1, \"units\": \"s\"}}").find("did you mean 'unit'?"),
              std::string::npos);
    EXPECT_NE(with("{\"a\": {\"value\": true}}").find("'a.value' is no number"), std::string::npos);
    EXPECT_NE(with("{\"a\": {}}").find("'a.value' is no number"), std::string::npos);
    EXPECT_NE(with("{\"a\": {\"value\": 1, \"n\": -1}}").find("'a.n' is no whole number"), std::string::npos);
    EXPECT_NE(with("{\"A b\": 1}").find("is no key"), std::string::npos);
    EXPECT_NE(with("[1]").find("is no JSON object"), std::string::npos);
    EXPECT_NE(with("").find("is no JSON from byte"), std::string::npos);
}

TEST_F(ProgramMethod, LivesThroughRubbish) {
    const std::string rubbish = "head -c 50000000 /dev/zero | tr '\\0' '\\377'";
    auto result = runProgramOf(
        shell(rubbish + " >&2; " + rubbish + "; head -c 300000 /dev/urandom >&2; cp \"$1\" \"$2\""),
        context_);
    ASSERT_TRUE(result.ok()) << failure(result);
    EXPECT_LE(context_.lines.size(), 2001u);
    size_t longest = 0;
    for (const auto& line : context_.lines)
        longest = std::max(longest, line.size());
    EXPECT_LE(longest, 4u * 4096 + 3);

    Remembering lines;
    const std::string many =
        "yes 'measure loss 1 2' | head -n 1100000 >&2; yes warning w | head -n 1000 >&2; "
        "yes 'any line' | head -n 100000 >&2; ";
    result = runProgramOf(shell(many + "cp \"$1\" \"$2\""), lines);
    ASSERT_TRUE(result.ok()) << failure(result);
    EXPECT_EQ(lines.lines.size(), 2001u);
    EXPECT_EQ(lines.curves.at("loss").x.size(), 1000000u);
    EXPECT_EQ(result->outcome.report.warnings.size(), 101u);
}

TEST_F(ProgramMethod, DrawsNoProgressBarsIntoTheLog) {
    const auto result = runProgramOf(
        shell("printf '10%%\\r50%%\\r100%% done\\nnext\\r\\n\\rmeasure loss 1 2\\n' >&2; cp \"$1\" \"$2\""),
        context_);
    ASSERT_TRUE(result.ok()) << failure(result);
    EXPECT_EQ(context_.lines, (std::vector<std::string>{"100% done", "next"}));
    EXPECT_EQ(context_.curves.size(), 1u);
}

TEST_F(ProgramMethod, StartsFromACleanState) {
    // Nothing to read, its own folder, signals as usual although they are ignored or blocked here.
    ::signal(SIGPIPE, SIG_IGN);
    sigset_t blocked, before;
    ::sigemptyset(&blocked);
    ::sigaddset(&blocked, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &blocked, &before);
    const auto result = runProgramOf(
        shell("cat; pwd >&2; grep -E 'SigBlk|SigIgn' /proc/self/status >&2; ls /proc/self/fd | wc -l >&2; "
              "cp \"$1\" \"$2\""),
        context_);
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    ASSERT_TRUE(result.ok()) << failure(result);
    ASSERT_EQ(context_.lines.size(), 4u);
    EXPECT_TRUE(context_.lines[0].starts_with(std::filesystem::canonical(scratch_.folder()).string()));
    EXPECT_EQ(context_.lines[1], "SigBlk:\t0000000000000000");
    EXPECT_EQ(context_.lines[2], "SigIgn:\t0000000000000000");
    EXPECT_EQ(context_.lines[3], "4");  // three streams, and the folder that ls reads
}

TEST_F(ProgramMethod, StandsInARegistry) {
    Registry registry;
    auto method = programMethod(shell("true"), programs);
    ASSERT_TRUE(method.ok());
    EXPECT_TRUE(registry.add(std::move(*method), "sample 1").ok());
    EXPECT_EQ(registry.entries().size(), 1u);
}

}  // namespace
}  // namespace horo
