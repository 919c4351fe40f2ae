// NumPy arrays, alone and as an embedding.
#include "core/io/embedding_file.h"
#include "core/io/npy.h"
#include "tests/fuzz/fuzz.h"

using namespace horo;

HOROCYCLE_FUZZ(input) {
    const auto array = parseNpy(input, "input");
    if (!array) return;
    size_t count = 1;
    for (const size_t extent : array->shape)
        count *= extent;
    if (count != array->count()) std::abort();
    (void)array->toTexts();
    (void)embeddingFromMembers({{"vectors.npy", std::string(input)}}, "input", "space");
}
