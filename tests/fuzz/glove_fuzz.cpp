// Words and numbers line by line: from bytes to an embedding.
#include "tests/fuzz/fuzz.h"

HOROCYCLE_FUZZ(input) {
    horo::openAnything(horo::writeInput("words.txt", input) + "?format=glove");
}
