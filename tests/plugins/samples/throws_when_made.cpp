// Throws when its method is made.
#include "tests/plugins/samples/sample.h"

namespace {
struct ThrowsWhenMade : horo::SampleMethod {
    ThrowsWhenMade() : SampleMethod("chunk.throws-when-made") { throw std::runtime_error("no licence file"); }
};
HOROCYCLE_METHOD(ThrowsWhenMade);
}  // namespace
