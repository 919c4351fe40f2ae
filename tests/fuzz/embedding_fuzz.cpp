// Embedding files: the input is an npz, or the text of `meta` beside sound vectors.
#include "core/io/embedding_file.h"
#include "core/io/npy.h"
#include "tests/fuzz/fuzz.h"

using namespace horo;

HOROCYCLE_FUZZ(input) {
    if (input.starts_with("PK")) return openAnything(writeInput("embedding.npz", input));
    const auto vectors = npyBytes(Vectors(2, 3, std::vector<double>{.1, .2, .3, .1, 0, .2}));
    (void)embeddingFromMembers({{"vectors.npy", vectors}, {"meta.npy", npyText(std::string(input))}}, "input",
                               "space");
}
