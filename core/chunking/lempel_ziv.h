// Phrases of Lempel and Ziv: the longest one known and one symbol more.
#pragma once

#include <functional>
#include <optional>
#include <span>

#include "core/data/segmentation.h"

namespace horo {

/// Cuts a row of symbols into the phrases of LZ78 (Ziv & Lempel 1978) in linear time. Labels = numbers of the
/// phrases; all are different but for the last, which may be a phrase that was there. None: `keepGoing` said
/// no.
HOROCYCLE_EXPORT std::optional<Segmentation::Level> lempelZivPhrases(std::span<const uint32_t> symbols,
                                                                     const std::function<bool()>& keepGoing);

}  // namespace horo
