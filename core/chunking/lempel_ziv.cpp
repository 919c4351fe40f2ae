#include "core/chunking/lempel_ziv.h"

#include "core/chunking/pair_table.h"

namespace horo {

std::optional<Segmentation::Level> lempelZivPhrases(std::span<const uint32_t> symbols,
                                                    const std::function<bool()>& keepGoing) {
    constexpr uint32_t root = 0;
    Segmentation::Level phrases;
    PairTable children;  // (phrase, symbol) -> the phrase with that symbol behind it
    uint32_t phrase = root;
    for (size_t i = 0; i < symbols.size(); ++i) {
        if (i % 65536 == 0 && !keepGoing()) return std::nullopt;
        uint32_t& child = children.at(phrase, symbols[i]);
        const bool isNew = child == PairTable::none;
        if (isNew) child = static_cast<uint32_t>(phrases.size()) + 1;
        phrase = child;
        if (!isNew && i + 1 < symbols.size()) continue;
        phrases.ends.push_back(i + 1);
        phrases.labels.push_back(phrase);
        phrase = root;
    }
    return phrases;
}

}  // namespace horo
