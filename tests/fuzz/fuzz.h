// What the fuzz targets share.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "core/io/preview.h"

namespace horo {

/// A folder of this process in memory (or wherever temporary files go), for readers that take only paths.
inline const std::filesystem::path& fuzzFolder() {
    static const std::filesystem::path folder = [] {
        std::string name = std::filesystem::exists("/dev/shm") ? "/dev/shm/fuzz-XXXXXX" : "/tmp/fuzz-XXXXXX";
        if (!::mkdtemp(name.data())) std::abort();
        std::atexit([] { std::filesystem::remove_all(fuzzFolder()); });
        return std::filesystem::path(name);
    }();
    return folder;
}

inline std::string writeInput(const char* name, std::string_view bytes) {
    const auto path = fuzzFolder() / name;
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path.string();
}

/// Reads the source and, where there is something, describes it; every error must explain itself. A preview,
/// also of the beginning, must not fail worse.
inline void openAnything(const std::string& source) {
    if (const auto seen = preview(source); seen && seen->error && seen->error->advice.empty()) std::abort();
    (void)preview(source, {}, 64);
    const auto opened = openSource(source);
    if (opened)
        (void)describe(opened->payload);
    else if (opened.error().cause.empty() || opened.error().advice.empty() ||
             opened.error().blame == Blame::Program)
        std::abort();
}

}  // namespace horo

#define HOROCYCLE_FUZZ(input)                                                 \
    static void fuzz(std::string_view input);                                 \
    extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) { \
        fuzz(std::string_view(reinterpret_cast<const char*>(data), size));    \
        return 0;                                                             \
    }                                                                         \
    static void fuzz(std::string_view input)
