// The commands of horocycle-cli. Each prints its result to standard output and returns the exit status, or an
// error that main prints.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"

namespace horo::cli {

struct MethodsOptions {
    std::string id;
    bool json = false;
};
Result<int> methods(const MethodsOptions& options);

struct InfoOptions {
    std::string source;
    bool json = false;
};
Result<int> info(const InfoOptions& options);

struct RunOptions {
    std::string id;
    std::vector<std::string> inputs;    ///< NAME=SOURCE
    std::vector<std::string> settings;  ///< PARAM=VALUE
    std::string out, session;
    unsigned long long seed = 0;
    int threads = 0;  ///< 0 = all
    std::string device = "cpu";
    bool deterministic = false;
    bool json = false;
};
Result<int> run(const RunOptions& options);

struct PluginsOptions {
    std::string check;    ///< a description file or a library beside one
    std::string on, off;  ///< ids
    bool json = false;
};
Result<int> plugins(const PluginsOptions& options);

struct ReplayOptions {
    std::string session, out;
    bool json = false;
};
Result<int> replay(const ReplayOptions& options);

}  // namespace horo::cli
