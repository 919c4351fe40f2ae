// Is linked to a library that is not where it is looked for.
#include "tests/plugins/samples/sample.h"

extern "C" int horocycle_absent();

namespace {
struct MissingLibrary : horo::SampleMethod {
    MissingLibrary() : SampleMethod("chunk.missing-library") {
        if (horocycle_absent() != 0) throw std::runtime_error("absent");
    }
};
HOROCYCLE_METHOD(MissingLibrary);
}  // namespace
