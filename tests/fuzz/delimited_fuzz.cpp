// Lines of fields; what was read must read the same after it was written.
#include "core/io/delimited.h"
#include "tests/fuzz/fuzz.h"

using namespace horo;

HOROCYCLE_FUZZ(input) {
    for (const char separator : {'\t', ',', ' '}) {
        const auto split = splitDelimited(input, separator);
        if (!split || separator == ' ') continue;
        std::string again;
        for (const auto& line : split->lines) {
            for (size_t i = 0; i < line.fields.size(); ++i)
                again += (i ? std::string(1, separator) : "") + quoteField(line.fields[i], separator);
            again += '\n';
        }
        const auto second = splitDelimited(again, separator);
        if (!second || second->lines.size() != split->lines.size()) std::abort();
        for (size_t i = 0; i < split->lines.size(); ++i)
            if (second->lines[i].fields != split->lines[i].fields) std::abort();
    }
}
