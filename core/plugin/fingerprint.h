// What must be equal on both sides of the border between Horocycle and a plugin's library. Compiled into
// both.
#pragma once

#include <Eigen/src/Core/util/Macros.h>

#include <map>
#include <nlohmann/detail/abi_macros.hpp>
#include <string>

#include "core/plugin/interface_checksum.h"  // written by the build

namespace horo {

/// Grows by one when something at the border changes its meaning; what is there is never taken away.
constexpr int pluginApi = 1;

// Static: each library has the facts of its own build.

[[maybe_unused]] static std::string instructionsOfBuild() {
#if defined(__AVX512F__)
    const char* with = " with AVX-512";
#elif defined(__AVX2__)
    const char* with = " with AVX2";
#elif defined(__AVX__)
    const char* with = " with AVX";
#else
    const char* with = "";
#endif
#if defined(__x86_64__)
    return std::string("x86-64") + with;
#elif defined(__aarch64__)
    return std::string("aarch64") + with;
#else
    return std::string("another processor") + with;
#endif
}

/// Name of a fact -> what it was in this build.
[[maybe_unused]] static std::map<std::string, std::string> buildFingerprint() {
    const auto version = [](int major, int minor, int patch) {
        return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
    };
    std::map<std::string, std::string> facts {
        {"api", std::to_string(pluginApi)}, {"interface", HOROCYCLE_INTERFACE},
#if defined(__clang__)
            {"compiler", "clang " + std::to_string(__clang_major__)},
#else
            {"compiler", "GCC " + std::to_string(__GNUC__)},
#endif
#if defined(_GLIBCXX_RELEASE)
        {
            "standard_library", "libstdc++ " + std::to_string(_GLIBCXX_RELEASE) +
#if defined(_GLIBCXX_USE_CXX11_ABI) && !_GLIBCXX_USE_CXX11_ABI
                                    " with old strings"
#else
                                    ""
#endif
#if defined(_GLIBCXX_DEBUG)
                                    " in debug mode"
#endif
        }
        ,
#else
            {"standard_library", "another"},
#endif
            {"eigen", version(EIGEN_WORLD_VERSION, EIGEN_MAJOR_VERSION, EIGEN_MINOR_VERSION)},
            {"json",
             version(NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH)},
            {"instructions", instructionsOfBuild()},
    };
    return facts;
}

}  // namespace horo
