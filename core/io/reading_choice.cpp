#include "core/io/reading_choice.h"

#include <algorithm>

namespace horo {

ReadingChoice choiceOf(const Source& source, std::string key, std::string value,
                       std::vector<std::string> alternatives, std::string why) {
    ReadingChoice choice{std::move(key), std::move(value), std::move(why), std::move(alternatives)};
    if (source.option(choice.key)) choice.by = "stated";
    if (std::ranges::find(choice.alternatives, choice.value) == choice.alternatives.end())
        choice.alternatives.insert(choice.alternatives.begin(), choice.value);
    return choice;
}

std::string shortened(std::string_view text, size_t bytes) {
    if (text.size() <= bytes) return std::string(text);
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    return std::string(text.substr(0, bytes)) + "...";
}

}  // namespace horo
