// Prints the facts of a plugin's build as a JSON object.
#include <cstdio>

#include "core/plugin/fingerprint.h"

int main() {
    const char* separator = "{";
    for (const auto& [key, value] : horo::buildFingerprint()) {
        std::printf("%s\"%s\": \"%s\"", separator, key.c_str(), value.c_str());
        separator = ", ";
    }
    std::puts("}");
}
