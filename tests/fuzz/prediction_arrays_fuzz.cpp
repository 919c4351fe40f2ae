// Predictions as named arrays. The bytes of arrays have a target of their own (npy); here are any shapes and
// names: `NAME ROWS COLUMNS NUMBER...` a line, texts where a word is no number.
#include <sstream>

#include "tests/fuzz/predictions.h"

using namespace horo;

namespace {

Array arrayOf(std::istringstream line) {
    Array array;
    size_t rows = 0, columns = 0;
    line >> array.name >> rows >> columns;
    array.shape = columns > 0 ? std::vector<size_t>{rows, columns} : std::vector<size_t>{rows};
    std::vector<double> numbers;
    std::vector<std::string> texts;
    for (std::string word; line >> word;) {
        texts.push_back(word);
        char* end = nullptr;
        const double number = std::strtod(word.c_str(), &end);
        if (*end == '\0') numbers.push_back(number);
    }
    if (numbers.size() == texts.size())
        array.values = std::move(numbers);
    else
        array.values = std::move(texts);
    return array;
}

}  // namespace

HOROCYCLE_FUZZ(input) {
    auto arrays = std::make_shared<Arrays>();
    std::istringstream lines{std::string(input)};
    for (std::string line; std::getline(lines, line);)
        if (Array array = arrayOf(std::istringstream(line)); array.fits())
            arrays->arrays.push_back(std::move(array));
    takePredictions(std::shared_ptr<const Arrays>(std::move(arrays)));
}
