#include "core/plugin/build_difference.h"

#include <fmt/format.h>

#include <array>

#include "core/plugin/fingerprint.h"

namespace horo {

namespace {

struct Fact {
    const char* key;
    const char* difference;  ///< {0} = the plugin's, {1} = the program's
    bool required;
};

constexpr std::array facts{
    Fact{"api", "it is made for plugin interface {0}, this Horocycle has {1}", true},
    Fact{"interface", "it was built against the headers of another Horocycle ({0}, here {1})", true},
    Fact{"compiler", "it was built by {0}, this Horocycle by {1}", true},
    Fact{"standard_library", "it was built with {0}, this Horocycle with {1}", true},
    Fact{"instructions", "it was built for {0}, this Horocycle for {1}", true},
    Fact{"eigen", "it was built with Eigen {0}, this Horocycle with {1}", true},
    Fact{"json", "it was built with nlohmann-json {0}, this Horocycle with {1}", true},
    Fact{"views", "it was built against the views of another Horocycle ({0}, here {1})", false},
    Fact{"qt", "it was built with Qt {0}, this Horocycle with {1}", false},
    Fact{"libtorch", "it was built with LibTorch {0}, this Horocycle with {1}", false},
};

}  // namespace

BuildFacts coreFacts() {
    BuildFacts own = buildFingerprint();
#ifdef HOROCYCLE_LIBTORCH_VERSION
    own["libtorch"] = HOROCYCLE_LIBTORCH_VERSION;
#endif
    return own;
}

std::string buildDifference(const BuildFacts& plugin, const BuildFacts& program) {
    for (const Fact& fact : facts) {
        const auto theirs = plugin.find(fact.key), ours = program.find(fact.key);
        if (theirs == plugin.end()) {
            if (fact.required) return fmt::format("its description does not say its build ({})", fact.key);
            continue;
        }
        if (ours != program.end() && theirs->second != ours->second)
            return fmt::format(fmt::runtime(fact.difference), theirs->second, ours->second);
    }
    return {};
}

}  // namespace horo
