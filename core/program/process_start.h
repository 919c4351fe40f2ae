// The start of a program: search, fork, exec.
#pragma once

#include <sys/types.h>

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace horo {

/// A child of ours that leads a process group of the same number.
struct StartedProcess {
    pid_t pid = -1;
    std::array<int, 2> pipes{-1, -1};  ///< its standard output and error, to be read without blocking
};

/// Starts arguments[0], a path or a program of PATH, in `folder` with nothing on its standard input and with
/// the usual signals. It is killed when the thread that started it ends (Linux: PR_SET_PDEATHSIG). Error: not
/// found, not executable.
Result<StartedProcess> startProcess(const std::vector<std::string>& arguments,
                                    const std::filesystem::path& folder);

}  // namespace horo
