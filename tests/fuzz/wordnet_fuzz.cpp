// WordNet databases: lines that begin with a digit go to data.noun, the others to index.noun.
#include "tests/fuzz/fuzz.h"

using namespace horo;

HOROCYCLE_FUZZ(input) {
    std::string data, index;
    while (!input.empty()) {
        const size_t end = std::min(input.find('\n'), input.size() - 1) + 1;
        (std::isdigit(static_cast<unsigned char>(input.front())) ? data : index) += input.substr(0, end);
        input.remove_prefix(end);
    }
    writeInput("data.noun", data);
    writeInput("index.noun", index);
    openAnything(fuzzFolder().string());
    openAnything(fuzzFolder().string() + "?root=mammal");
}
