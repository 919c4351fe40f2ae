// The learner of chunks, and what a parse costs.
#include <algorithm>
#include <cmath>
#include <optional>

#include "core/chunking/learned_units.h"
#include "core/chunking/pair_table.h"

namespace horo {

namespace {

constexpr uint32_t none = PairTable::none;

std::vector<uint64_t> countsOf(const LearnedUnits& units) {
    std::vector<uint64_t> counts(units.patterns.size());
    for (const uint32_t unit : units.parse.labels)
        ++counts[unit];
    return counts;
}

/// Chunks as a trie over symbols.
class ChunkTrie {
public:
    explicit ChunkTrie(uint32_t different) : chunks_(1, none) {
        for (uint32_t symbol = 0; symbol < different; ++symbol)
            at({symbol}) = symbol;
    }

    /// The chunk of that pattern, to look at or to set; `none` where there is none.
    uint32_t& at(const UnitPattern& pattern) {
        uint32_t node = 0;
        for (const uint32_t symbol : pattern) {
            uint32_t& child = children_.at(node, symbol);
            if (child == none) {
                child = static_cast<uint32_t>(chunks_.size());
                chunks_.push_back(none);
            }
            node = child;
        }
        return chunks_[node];
    }

    /// None: `keepGoing` said no.
    std::optional<Segmentation::Level> parse(std::span<const uint32_t> symbols,
                                             const std::function<bool()>& keepGoing) const {
        Segmentation::Level level;
        for (size_t start = 0; start < symbols.size();) {
            if (level.size() % 65536 == 65535 && !keepGoing()) return std::nullopt;
            uint32_t node = 0, chunk = none;
            size_t end = start;
            for (size_t i = start; i < symbols.size(); ++i) {
                node = children_.find(node, symbols[i]);
                if (node == none) break;
                if (chunks_[node] != none) chunk = chunks_[node], end = i + 1;
            }
            level.ends.push_back(end);
            level.labels.push_back(chunk);
            start = end;
        }
        return level;
    }

private:
    PairTable children_;
    std::vector<uint32_t> chunks_;  ///< by node
};

}  // namespace

double timesLog(double n) {
    return n > 0 ? n * std::log2(n) : 0;
}

uint64_t LearnedUnits::inUse() const {
    const auto counts = countsOf(*this);
    return static_cast<uint64_t>(std::ranges::count_if(counts, [](uint64_t n) { return n > 0; }));
}

double LearnedUnits::bits() const {
    double sum = timesLog(static_cast<double>(parse.size()));
    for (const uint64_t count : countsOf(*this))
        sum -= timesLog(static_cast<double>(count));
    for (const auto& members : variables) {
        double uses = 0;
        for (const auto& [member, count] : members) {
            uses += static_cast<double>(count);
            sum -= timesLog(static_cast<double>(count));
        }
        sum += timesLog(uses);
    }
    return sum;
}

LearnedUnits learnChunks(std::span<const uint32_t> symbols, uint32_t different, const LearningRules& rules,
                         const LearningListener& listener) {
    LearnedUnits units;
    ChunkTrie trie(different);
    for (uint32_t symbol = 0; symbol < different; ++symbol)
        units.patterns.push_back({symbol});
    units.parse = *trie.parse(symbols, [] { return true; });
    double bits = units.bits();
    for (size_t pass = 0;; ++pass) {
        const auto keepGoing = [&] {
            units.stopped = units.stopped || !listener(pass, units);
            return !units.stopped;
        };
        if (!keepGoing()) return units;
        std::vector<double> lengths;
        for (const UnitPattern& pattern : units.patterns)
            lengths.push_back(static_cast<double>(pattern.size()));
        std::vector<UnitPattern> fresh;
        const auto most =
            std::max<size_t>(16, static_cast<size_t>(rules.growth * static_cast<double>(units.inUse())));
        for (const LikelyPair& pair : likelyPairs(units.parse.labels, lengths, rules)) {
            if (fresh.size() == most) break;
            UnitPattern pattern = units.patterns[pair.left];
            const UnitPattern& right = units.patterns[pair.right];
            pattern.insert(pattern.end(), right.begin(), right.end());
            if (trie.at(pattern) != none) continue;
            trie.at(pattern) = static_cast<uint32_t>(units.patterns.size() + fresh.size());
            fresh.push_back(std::move(pattern));
        }
        // Where so many at once do not pay, the better half of them may.
        bool isBetter = false;
        while (!fresh.empty() && !isBetter) {
            LearnedUnits next = units;
            next.patterns.insert(next.patterns.end(), fresh.begin(), fresh.end());
            auto parse = trie.parse(symbols, keepGoing);
            if (!parse) return units;
            next.parse = std::move(*parse);
            const double nextBits = next.bits();
            isBetter = nextBits < bits && next.parse.size() <= units.parse.size();
            if (isBetter) {
                units = std::move(next);
                bits = nextBits;
                break;
            }
            for (const size_t half = fresh.size() / 2; fresh.size() > half; fresh.pop_back())
                trie.at(fresh.back()) = none;
        }
        if (!isBetter) return units;
    }
}

}  // namespace horo
