#include "core/program/process_start.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <utility>

namespace horo {

namespace {

namespace fs = std::filesystem;

int connectPipe(int ends[2]) {
    return ::pipe2(ends, O_CLOEXEC);
}
int connectSockets(int ends[2]) {
    return ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends);
}

/// Both ends of a pipe, or of a socket where either may be read and written.
struct Pipe {
    int read = -1, write = -1;
    explicit Pipe(int (*connect)(int ends[2]) = connectPipe) {
        int ends[2];
        if (connect(ends) == 0) read = aboveStreams(ends[0]), write = aboveStreams(ends[1]);
    }
    ~Pipe() { closeRead(), closeWrite(); }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    void closeRead() {
        if (read >= 0) ::close(read);
        read = -1;
    }
    void closeWrite() {
        if (write >= 0) ::close(write);
        write = -1;
    }
    int takeRead() { return std::exchange(read, -1); }
    int takeWrite() { return std::exchange(write, -1); }

private:
    /// Where a standard stream is closed, a pipe would get its number and be overwritten in the child.
    static int aboveStreams(int end) {
        if (end > 2) return end;
        const int higher = ::fcntl(end, F_DUPFD_CLOEXEC, 3);
        ::close(end);
        return higher;
    }
};

/// What the child needs, made before the fork: between fork and exec only async-signal-safe calls are
/// allowed, as other threads may hold any lock.
struct Start {
    const char* program;
    char* const* arguments;
    const char* folder;
    int input, output, error, fault;  ///< input -1 = nothing
    pid_t parent;
};

[[noreturn]] void becomeProgram(const Start& s) {
    const auto fail = [&] {
        const int code = errno;
        [[maybe_unused]] const ssize_t wrote = ::write(s.fault, &code, sizeof code);
        ::_exit(127);
    };
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != s.parent) ::_exit(127);  // the parent died before it could be watched
    for (const int signal : {SIGPIPE, SIGINT, SIGTERM, SIGQUIT, SIGHUP, SIGCHLD})
        ::signal(signal, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    const int input = s.input < 0 ? ::open("/dev/null", O_RDONLY) : s.input;
    if (input < 0 || ::dup2(input, 0) < 0 || ::dup2(s.output, 1) < 0 || ::dup2(s.error, 2) < 0) fail();
    ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);  // files that others opened without O_CLOEXEC
    if (::chdir(s.folder) != 0) fail();
    ::execve(s.program, s.arguments, environ);
    fail();
    ::_exit(127);
}

bool isExecutable(const fs::path& file) {
    std::error_code ignored;
    return fs::is_regular_file(file, ignored) && ::access(file.c_str(), X_OK) == 0;
}

Error cannotStart(const std::string& name, const std::string& why) {
    return inputError(fmt::format("{} cannot be started: {}", name, why),
                      "see whether it runs by hand, and whether it is executable");
}

/// The file that a name without / means: the first one of PATH that may be executed. Empty: there is none.
fs::path findProgram(const std::string& name) {
    const char* path = std::getenv("PATH");
    std::string_view rest = path ? path : "/usr/local/bin:/usr/bin:/bin";
    while (true) {
        const size_t end = std::min(rest.find(':'), rest.size());
        const fs::path file = fs::path(rest.substr(0, end)) / name;
        if (file.is_absolute() && isExecutable(file)) return file;
        if (end == rest.size()) return {};
        rest.remove_prefix(end + 1);
    }
}

}  // namespace

Result<StartedProcess> startProcess(const std::vector<std::string>& arguments, const fs::path& folder,
                                    StandardInput input) {
    const std::string& name = arguments.front();
    const bool isPath = name.find('/') != std::string::npos;
    const fs::path program = isPath ? fs::path(name) : findProgram(name);
    std::error_code ignored;
    if (program.empty() || !fs::exists(program, ignored))
        return inputError(
            fmt::format("the program {} is not here", name),
            isPath ? "install the plugin again" : fmt::format("install {}, or add its folder to PATH", name));
    if (!isExecutable(program)) return cannotStart(name, "it is not executable");

    std::vector<char*> list;
    for (const auto& argument : arguments)
        list.push_back(const_cast<char*>(argument.c_str()));
    list.push_back(nullptr);
    Pipe output, error, fault;
    std::optional<Pipe> socket;
    if (input == StandardInput::Socket) socket.emplace(connectSockets);
    if (output.write < 0 || error.write < 0 || fault.write < 0 || (socket && socket->write < 0))
        return cannotStart(name, std::strerror(errno));
    const Start start{program.c_str(), list.data(), folder.c_str(), socket ? socket->read : -1,
                      output.write,    error.write, fault.write,    ::getpid()};
    const pid_t child = ::fork();
    if (child < 0) return cannotStart(name, std::strerror(errno));
    if (child == 0) becomeProgram(start);
    ::setpgid(child, child);  // here, too, so that the group is there whoever comes first
    fault.closeWrite();
    int code = 0;
    ssize_t got = 0;
    do
        got = ::read(fault.read, &code, sizeof code);
    while (got < 0 && errno == EINTR);
    if (got == static_cast<ssize_t>(sizeof code)) {
        ::waitpid(child, nullptr, 0);
        return cannotStart(name, std::strerror(code));
    }
    for (const int end : {output.read, error.read})
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    return StartedProcess{child, socket ? socket->takeWrite() : -1, {output.takeRead(), error.takeRead()}};
}

}  // namespace horo
