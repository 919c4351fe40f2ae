// Descriptions of plugins and of the programs in them.
#include "core/plugin/plugin.h"
#include "core/program/program_method.h"
#include "tests/fuzz/fuzz.h"

using namespace horo;

HOROCYCLE_FUZZ(input) {
    const auto description = readPluginDescription(writeInput("fuzz.plugin.json", input));
    if (!description) {
        if (description.error().cause.empty() || description.error().advice.empty()) std::abort();
        return;
    }
    for (const auto& program : description->methods)
        if (const auto method = programMethod(program, fuzzFolder()); !method && method.error().cause.empty())
            std::abort();
}
