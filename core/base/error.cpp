#include "core/base/error.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace horo {

std::string Error::text() const {
    std::string line;
    if (!place.empty()) line += place + ": ";
    line += cause;
    if (!advice.empty()) line += "; " + advice;
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

int editDistance(std::string_view a, std::string_view b) {
    std::vector<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (size_t i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (size_t j = 1; j <= b.size(); ++j) {
            const int substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitution});
        }
    }
    return row[b.size()];
}

}  // namespace horo
