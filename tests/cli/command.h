// Runs horocycle-cli as a person's shell would.
#pragma once

#include <csignal>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace horo {

struct Ran {
    int status = -1;  ///< exit status, or 128 + the signal
    std::string out, error;

    nlohmann::json json() const { return nlohmann::json::parse(out); }
    /// One line that is not empty, and nothing on standard output: what an error looks like.
    bool isOneLineError() const;
};

/// Runs it to its end; `input` is its standard input.
Ran command(const std::vector<std::string>& arguments, const std::string& input = {});

/// Sends `signal` once the command has computed for `seconds` of processor time.
Ran commandWithSignal(const std::vector<std::string>& arguments, int signal, double seconds);

}  // namespace horo
