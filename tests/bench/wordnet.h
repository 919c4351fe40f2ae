// The data of the benchmarks: WordNet as Debian installs it.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

#include "core/hierarchy/hierarchy.h"
#include "core/io/reader.h"

namespace horo::bench {

/// Ends the program where the data is not installed.
inline std::shared_ptr<const Hierarchy> wordnet(const std::string& source) {
    const auto opened = openSource(source, {Kind::Hierarchy});
    if (!opened) {
        std::fprintf(stderr, "%s\n", opened.error().text().c_str());
        std::exit(1);
    }
    return std::get<std::shared_ptr<const Hierarchy>>(opened->payload);
}

}  // namespace horo::bench
