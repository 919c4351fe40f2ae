// Has the id of a built-in method.
#include "tests/plugins/samples/sample.h"

namespace {
struct TakenId : horo::SampleMethod {
    TakenId() : SampleMethod("chunk.fixed") {}
};
HOROCYCLE_METHOD(TakenId);
}  // namespace
