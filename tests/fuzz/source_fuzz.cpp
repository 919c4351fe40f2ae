// Whatever a person may write where a source is asked for.
#include "tests/fuzz/fuzz.h"

using namespace horo;

HOROCYCLE_FUZZ(input) {
    const auto source = Source::parse(std::string(input));
    if (!source) return;
    (void)source->title();
    (void)source->choice("order", {"infer", "parent-child"});
}
