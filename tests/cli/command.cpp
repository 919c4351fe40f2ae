#include "tests/cli/command.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <sstream>
#include <thread>

#include "tests/core/scratch.h"

namespace horo {

namespace {

/// Starts it with its three streams tied to files: no pipe can fill up.
pid_t start(const std::vector<std::string>& arguments, const Scratch& scratch, const std::string& input) {
    scratch.file("in", input);
    std::vector<char*> list{const_cast<char*>(HOROCYCLE_CLI)};
    for (const auto& argument : arguments)
        list.push_back(const_cast<char*>(argument.c_str()));
    list.push_back(nullptr);
    const std::string in = scratch.path("in"), out = scratch.path("out"), error = scratch.path("error");
    const pid_t child = ::fork();
    if (child != 0) return child;
    ::dup2(::open(in.c_str(), O_RDONLY), 0);
    ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 1);
    ::dup2(::open(error.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 2);
    ::execv(HOROCYCLE_CLI, list.data());
    ::_exit(127);
}

Ran finish(pid_t child, const Scratch& scratch) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), scratch.read("out"),
            scratch.read("error")};
}

/// Processor time of a process so far, in seconds.
double computed(pid_t child) {
    std::ifstream file("/proc/" + std::to_string(child) + "/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    std::istringstream fields(text.substr(std::min(text.rfind(')') + 1, text.size())));
    std::string skipped;
    double user = 0, system = 0;
    for (int i = 0; i < 11; ++i)
        fields >> skipped;
    fields >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

}  // namespace

bool Ran::isOneLineError() const {
    return out.empty() && error.size() > 1 && std::ranges::count(error, '\n') == 1 && error.ends_with('\n');
}

Ran command(const std::vector<std::string>& arguments, const std::string& input) {
    const Scratch scratch;
    return finish(start(arguments, scratch, input), scratch);
}

Ran commandWithSignal(const std::vector<std::string>& arguments, int signal, double seconds) {
    const Scratch scratch;
    const pid_t child = start(arguments, scratch, {});
    while (::waitid(P_PID, static_cast<id_t>(child), nullptr, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           computed(child) < seconds && ::kill(child, 0) == 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    ::kill(child, signal);
    return finish(child, scratch);
}

}  // namespace horo
