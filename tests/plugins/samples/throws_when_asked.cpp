// Throws something that is no exception when it is asked for its declaration.
#include "tests/plugins/samples/sample.h"

namespace {
struct ThrowsWhenAsked : horo::SampleMethod {
    ThrowsWhenAsked() : SampleMethod("chunk.throws-when-asked") {}
    const horo::Declaration& declaration() const override { throw 42; }
};
HOROCYCLE_METHOD(ThrowsWhenAsked);
}  // namespace
