// ICD code lists: from bytes to a hierarchy.
#include "tests/fuzz/fuzz.h"

HOROCYCLE_FUZZ(input) {
    horo::openAnything(horo::writeInput("codes.txt", input) + "?format=icd");
}
