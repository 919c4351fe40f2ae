// Columns of numbers and texts: from bytes to an embedding.
#include "tests/fuzz/fuzz.h"

HOROCYCLE_FUZZ(input) {
    horo::openAnything(horo::writeInput("table.csv", input) + "?format=csv");
}
