#include "core/chunking/ngram_entropy.h"

#include <algorithm>
#include <cmath>

#include "core/chunking/pair_table.h"

namespace horo {

namespace {

constexpr size_t steps = 65536;  ///< between two questions whether to go on
constexpr uint32_t root = 0;     ///< the empty context

double logged(double p) {
    return p > 0 ? p * std::log2(p) : 0;
}

/// The model of one order k: contexts of k symbols, and each with what followed it. What followed a context
/// together with it is a context of the next order, under the same number. Numbers are given as they come up.
struct Order {
    std::vector<uint32_t> context, entry;  ///< at each position; the entry = context and symbol
    std::vector<double> entropy;           ///< by context
    std::vector<double> probability;       ///< by entry, of its symbol given its context
};

/// Where the empty context is all there is, or everything is equally likely.
Order uniform(std::span<const uint32_t> symbols, uint32_t different) {
    Order order;
    order.context.assign(symbols.size(), root);
    order.entry.assign(symbols.size(), root);
    order.entropy = {std::log2(static_cast<double>(different))};
    order.probability = {1. / different};
    return order;
}

class Fit {
public:
    Fit(std::span<const uint32_t> symbols, const std::function<bool()>& keepGoing)
        : symbols_(symbols), keepGoing_(keepGoing) {}

    /// The order above `shorter`. `contexts` = the context at each position by a number; positions nearer to
    /// the start than the order is long keep a context of their own that is as long as can be.
    std::optional<Order> longer(const Order& shorter, std::vector<uint32_t> contexts) {
        Order order;
        order.context = std::move(contexts);
        order.entry.resize(symbols_.size());
        PairTable entries;
        std::vector<double> counts, totals, kinds;  // of entries; of contexts: all, and different symbols
        std::vector<uint32_t> owner, shorterEntry, shorterContext;  // of entries; of entries; of contexts
        for (size_t t = 0; t < symbols_.size(); ++t) {
            if (t % steps == 0 && !keepGoing_()) return std::nullopt;
            const uint32_t context = order.context[t];
            if (context >= totals.size()) {
                totals.resize(context + 1);
                kinds.resize(context + 1);
                shorterContext.resize(context + 1);
            }
            uint32_t& entry = entries.at(context, symbols_[t]);
            if (entry == PairTable::none) {
                entry = static_cast<uint32_t>(counts.size());
                counts.push_back(0);
                owner.push_back(context);
                shorterEntry.push_back(shorter.entry[t]);
                shorterContext[context] = shorter.context[t];
                ++kinds[context];
            }
            order.entry[t] = entry;
            ++counts[entry];
            ++totals[context];
        }

        // Seen symbols are summed one by one; the rest is the shorter context's distribution without them,
        // scaled.
        std::vector<double> seen(totals.size()), seenLogged(totals.size()), rest(totals.size(), 1);
        order.probability.resize(counts.size());
        for (size_t e = 0; e < counts.size(); ++e) {
            const uint32_t c = owner[e];
            const double below = shorter.probability[shorterEntry[e]];
            order.probability[e] = (counts[e] + kinds[c] * below) / (totals[c] + kinds[c]);
            seen[c] += logged(order.probability[e]);
            seenLogged[c] += logged(below);
            rest[c] -= below;
        }
        order.entropy.resize(totals.size());
        for (size_t c = 0; c < totals.size(); ++c) {
            if (totals[c] == 0) continue;
            const double scale = kinds[c] / (totals[c] + kinds[c]);
            const double unseen = std::max(0., rest[c]);
            const double unseenLogged = std::min(0., -shorter.entropy[shorterContext[c]] - seenLogged[c]);
            order.entropy[c] = std::max(0., -seen[c] - scale * (unseen * std::log2(scale) + unseenLogged));
        }
        return order;
    }

private:
    std::span<const uint32_t> symbols_;
    const std::function<bool()>& keepGoing_;
};

}  // namespace

std::optional<std::vector<double>> nextSymbolEntropy(std::span<const uint32_t> symbols, uint32_t different,
                                                     size_t order, const std::function<bool()>& keepGoing) {
    Fit fit(symbols, keepGoing);
    Order model = uniform(symbols, different);
    for (size_t k = 0; k <= order; ++k) {
        // What stood at t - 1 with its context of k - 1 symbols is the context of k symbols at t. The
        // contexts of the first positions reach back to the start only; they get numbers that nothing else
        // has.
        std::vector<uint32_t> contexts(symbols.size(), root);
        if (k > 0)
            for (size_t t = 1; t < symbols.size(); ++t)
                contexts[t] = model.entry[t - 1] + 1;
        auto longer = fit.longer(model, std::move(contexts));
        if (!longer) return std::nullopt;
        model = std::move(*longer);
    }
    std::vector<double> entropy(symbols.size());
    for (size_t t = 0; t < symbols.size(); ++t)
        entropy[t] = model.entropy[model.context[t]];
    return entropy;
}

}  // namespace horo
