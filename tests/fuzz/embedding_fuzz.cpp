// Embedding files: the input is an npz, the extended rows of sound vectors (behind an x, parted by commas),
// or the text of `meta` beside such vectors.
#include <algorithm>

#include "core/geometry/extended_text.h"
#include "core/io/embedding_file.h"
#include "core/io/npy.h"
#include "tests/fuzz/fuzz.h"

using namespace horo;

HOROCYCLE_FUZZ(input) {
    if (input.starts_with("PK")) return openAnything(writeInput("embedding.npz", input));
    if (input.starts_with('x')) {
        std::vector<std::string> texts;
        for (size_t at = 1; at <= input.size() && texts.size() < 6;) {
            const size_t end = std::min(input.find(',', at), input.size());
            texts.emplace_back(input.substr(at, end - at));
            at = end + 1;
        }
        const auto points = extendedFromTexts(texts.size() / 2, 2, texts, 1);
        // What was read is written and read again as the same, but for the length of zeros.
        if (points && (*points)->radius(0) > 0 &&
            !(*extendedFromTexts(texts.size() / 2, 2, decimalTexts(**points)).value() == **points))
            std::abort();
        return;
    }
    const auto vectors = npyBytes(Vectors(2, 3, std::vector<double>{.1, .2, .3, .1, 0, .2}));
    (void)embeddingFromMembers({{"vectors.npy", vectors}, {"meta.npy", npyText(std::string(input))}}, "input",
                               "space");
}
