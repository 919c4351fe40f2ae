#include "core/program/child_process.h"

#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace horo {

std::string ProcessEnd::text() const {
    if (signal == 0) return fmt::format("ended with status {}", status);
    const char* name = ::sigdescr_np(signal);
    return fmt::format("was ended by signal {} ({})", signal, name ? name : "unknown");
}

ChildProcess::~ChildProcess() {
    if (pid_ > 0) finish();
    for (const int end : {socket_, pipes_[0], pipes_[1]})
        if (end >= 0) ::close(end);
}

Result<void> ChildProcess::start(const std::vector<std::string>& arguments,
                                 const std::filesystem::path& folder, StandardInput input) {
    auto started = startProcess(arguments, folder, input);
    if (!started) return started.error();
    pid_ = started->pid;
    socket_ = started->input;
    pipes_ = started->pipes;
    return {};
}

/// Leaves it in the table of processes.
bool ChildProcess::hasEnded() const {
    siginfo_t about{};
    return ::waitid(P_PID, static_cast<id_t>(pid_), &about, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           about.si_pid == pid_;
}

void ChildProcess::readSome(size_t stream, size_t limit, Clock::time_point end, const Hear& hear) {
    char block[4096];  // small: hearing a line may mean to read a picture
    for (size_t total = 0; pipes_[stream] >= 0 && total < limit && Clock::now() < end;) {
        const ssize_t got = ::read(pipes_[stream], block, sizeof block);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) break;
        if (got <= 0) {
            ::close(std::exchange(pipes_[stream], -1));
            break;
        }
        total += static_cast<size_t>(got);
        hear(static_cast<Stream>(stream), std::string_view(block, static_cast<size_t>(got)));
    }
}

bool ChildProcess::listen(std::chrono::milliseconds wait, const Hear& hear) {
    const bool open = pipes_[0] >= 0 || pipes_[1] >= 0;
    // Without a pipe nothing wakes us when it ends, which mostly comes right after.
    const int milliseconds =
        open ? static_cast<int>(wait.count()) : std::min(5, static_cast<int>(wait.count()));
    std::array<pollfd, 2> ready{pollfd{pipes_[0], POLLIN, 0}, pollfd{pipes_[1], POLLIN, 0}};
    ::poll(ready.data(), ready.size(), milliseconds);
    const bool ended = hasEnded();  // asked before reading: what it wrote before its end is in the pipes then
    // Enough for anything a pipe can hold; a program that goes on must not talk faster than it is asked to
    // stop.
    constexpr size_t limit = 4 << 20;
    const auto end = ended ? Clock::time_point::max() : Clock::now() + wait;
    readSome(0, limit, end, hear);
    readSome(1, limit, end, hear);
    return !ended;
}

void ChildProcess::askToStop() {
    if (pid_ <= 0) return;
    ::kill(-pid_, SIGTERM);
    ::kill(-pid_, SIGCONT);  // one that was stopped hears it, too
}

ProcessEnd ChildProcess::finish() {
    ::kill(-pid_, SIGKILL);
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    if (WIFSIGNALED(status)) return {0, WTERMSIG(status)};
    return {WEXITSTATUS(status), 0};
}

}  // namespace horo
