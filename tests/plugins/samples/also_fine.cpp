// Needs the plugin `fine`.
#include "tests/plugins/samples/sample.h"

namespace {
struct AlsoFine : horo::SampleMethod {
    AlsoFine() : SampleMethod("chunk.also-fine") {}
};
HOROCYCLE_METHOD(AlsoFine);
}  // namespace
