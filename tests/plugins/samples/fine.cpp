// Does nothing wrong.
#include "tests/plugins/samples/sample.h"

namespace {
struct Fine : horo::SampleMethod {
    Fine() : SampleMethod("chunk.fine") {}
};
HOROCYCLE_METHOD(Fine);
}  // namespace
