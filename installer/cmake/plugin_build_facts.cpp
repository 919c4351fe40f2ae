// Prints the facts of a plugin's build as a JSON object.
#include <cstdio>

#ifdef HOROCYCLE_PLUGIN_VIEWS
#include "views/plugin/ViewFingerprint.h"
#else
#include "core/plugin/fingerprint.h"
#endif
#if __has_include(<torch/version.h>)  // the plugin is linked to LibTorch
#include <torch/version.h>
#endif

int main() {
#ifdef HOROCYCLE_PLUGIN_VIEWS
    auto facts = horo::views::viewFingerprint();
#else
    auto facts = horo::buildFingerprint();
#endif
#ifdef TORCH_VERSION
    facts["libtorch"] = TORCH_VERSION;
#endif
    const char* separator = "{";
    for (const auto& [key, value] : facts) {
        std::printf("%s\"%s\": \"%s\"", separator, key.c_str(), value.c_str());
        separator = ", ";
    }
    std::puts("}");
}
