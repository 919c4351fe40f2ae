// Announces chunk.announced and offers something else.
#include "tests/plugins/samples/sample.h"

namespace {
struct OtherOffer : horo::SampleMethod {
    OtherOffer() : SampleMethod("chunk.other") {}
};
HOROCYCLE_METHOD(OtherOffer);
}  // namespace
