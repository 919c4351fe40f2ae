// A program that runs in a process group of its own, with what it prints coming in by pieces.
#pragma once

#include <sys/types.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/program/process_start.h"

namespace horo {

/// How a program ended.
struct ProcessEnd {
    int status = 0;  ///< exit status, where no signal ended it
    int signal = 0;  ///< 0 = it ended by itself
    bool good() const { return status == 0 && signal == 0; }
    /// "ended with status 3", "was ended by signal 11 (Segmentation fault)"
    std::string text() const;
};

enum class Stream { Output, Error };

/// The program dies with the thread that started it, also when that is killed (Linux: PR_SET_PDEATHSIG).
class ChildProcess {
public:
    using Clock = std::chrono::steady_clock;
    using Hear = std::function<void(Stream, std::string_view bytes)>;

    ChildProcess() = default;
    /// Kills the group where it still runs.
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// Starts arguments[0] in `folder`. Error: not found, not executable.
    Result<void> start(const std::vector<std::string>& arguments, const std::filesystem::path& folder,
                       StandardInput input = StandardInput::Nothing);
    /// Our end of the socket that is its standard input; -1 = it has none.
    int socket() const { return socket_; }
    /// Waits up to `wait` for something to hear and passes on what there is, for about as long again. False:
    /// it has ended, and everything has been heard.
    bool listen(std::chrono::milliseconds wait, const Hear& hear);
    /// SIGTERM to the whole group.
    void askToStop();
    /// Kills what is left of the group and takes the program from the table of processes.
    ProcessEnd finish();

private:
    bool hasEnded() const;
    void readSome(size_t stream, size_t limit, Clock::time_point end, const Hear& hear);

    pid_t pid_ =
        -1;  ///< also the group; -1 = none. Not reaped before `finish`, so that it names no other one
    int socket_ = -1;
    std::array<int, 2> pipes_{-1, -1};  ///< of Stream::Output and Stream::Error; -1 = closed
};

}  // namespace horo
