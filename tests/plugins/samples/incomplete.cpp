// Has a parameter without a help sentence.
#include "tests/plugins/samples/sample.h"

namespace {
struct Incomplete : horo::SampleMethod {
    Incomplete() : SampleMethod("chunk.incomplete") {
        declaration_.parameters = {horo::integer("width", "Width", 1, 0, 9, "", "")};
    }
};
HOROCYCLE_METHOD(Incomplete);
}  // namespace
