// Nested JSON: from bytes to a hierarchy.
#include "tests/fuzz/fuzz.h"

HOROCYCLE_FUZZ(input) {
    horo::openAnything(horo::writeInput("t.json", input) + "?format=json");
}
