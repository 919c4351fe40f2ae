// How uncertain the next symbol is, by a model of the symbols before it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/base/export.h"

namespace horo {

/// H[t] = entropy in bits of what stands at t, given the up to `order` symbols before it, by an n-gram model
/// fitted on this very sequence; its start counts as symbols of their own. Each context is smoothed with the
/// one a symbol shorter after Witten & Bell 1991: P(x | c) = (n(c x) + T(c) P(x | c')) / (n(c) + T(c)), T =
/// different symbols seen behind c; below the empty context all symbols are equally likely. The entropy is
/// that of the whole smoothed distribution, exactly. Linear in symbols times order. None: `keepGoing` said
/// no.
HOROCYCLE_EXPORT std::optional<std::vector<double>> nextSymbolEntropy(std::span<const uint32_t> symbols,
                                                                      uint32_t different, size_t order,
                                                                      const std::function<bool()>& keepGoing);

}  // namespace horo
