// Ends the program while it is being opened.
#include <cstdlib>

#include "tests/plugins/samples/sample.h"

namespace {
struct EndsProgram : horo::SampleMethod {
    EndsProgram() : SampleMethod("chunk.ends-program") {}
};
HOROCYCLE_METHOD(EndsProgram);
const int atStart = (std::_Exit(77), 0);
}  // namespace
