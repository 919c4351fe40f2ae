// word2vec as text or bytes: from bytes to an embedding.
#include "tests/fuzz/fuzz.h"

HOROCYCLE_FUZZ(input) {
    horo::openAnything(horo::writeInput("words.bin", input));
}
