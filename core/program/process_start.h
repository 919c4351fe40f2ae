// The start of a program: search, fork, exec.
#pragma once

#include <sys/types.h>

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace horo {

/// What a program reads: nothing, or what we say over a socket, over which it may answer.
enum class StandardInput { Nothing, Socket };

/// A child of ours that leads a process group of the same number.
struct StartedProcess {
    pid_t pid = -1;
    int input = -1;                    ///< our end of the socket, -1 = it has none
    std::array<int, 2> pipes{-1, -1};  ///< its standard output and error, to be read without blocking
};

/// Starts arguments[0], a path or a program of PATH, in `folder` with the usual signals. It is killed when
/// the thread that started it ends (Linux: PR_SET_PDEATHSIG). Error: not found, not executable.
Result<StartedProcess> startProcess(const std::vector<std::string>& arguments,
                                    const std::filesystem::path& folder, StandardInput input);

}  // namespace horo
