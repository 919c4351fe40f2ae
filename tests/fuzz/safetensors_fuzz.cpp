// safetensors: from bytes to an embedding.
#include "tests/fuzz/fuzz.h"

HOROCYCLE_FUZZ(input) {
    horo::openAnything(horo::writeInput("t.safetensors", input));
}
