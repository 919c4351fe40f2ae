#include "core/chunking/pair_merges.h"

#include <queue>

#include "core/chunking/pair_table.h"

namespace horo {

namespace {

constexpr uint32_t gone = UINT32_MAX;  ///< a position that no token starts at, or no position
constexpr size_t steps = 65536;        ///< between two questions whether to go on

class Merging {
public:
    explicit Merging(std::span<const uint32_t> symbols, uint32_t different)
        : tokens_(symbols.begin(), symbols.end()),
          next_(symbols.size()),
          last_(symbols.size()),
          fresh_(different),
          length_(symbols.size()) {
        const auto size = static_cast<uint32_t>(symbols.size());
        for (uint32_t i = 0; i < size; ++i) {
            next_[i] = i + 1 < size ? i + 1 : gone;
            last_[i] = i > 0 ? i - 1 : gone;
        }
        for (uint32_t i = 0; i + 1 < size; ++i)
            ++pairs_[pairNumber(tokens_[i], tokens_[i + 1])].count;
        for (Pair& pair : pairs_)
            pair.places.reserve(pair.count);
        for (uint32_t i = 0; i + 1 < size; ++i)
            pairs_[numbers_.find(tokens_[i], tokens_[i + 1])].places.push_back(i);
        for (uint32_t i = 0; i < pairs_.size(); ++i)
            enqueue(i);
    }

    /// Merges the most frequent pair; `merge` tells which. False: none stands there twice.
    bool mergeNext(PairMerge& merge, const std::function<bool()>& keepGoing) {
        while (!queue_.empty()) {
            const Candidate best = queue_.top();
            queue_.pop();
            if (pairs_[best.pair].count != best.count) {  // it has become rarer since it was queued
                enqueue(best.pair);
                continue;
            }
            merge = {best.left, best.right, best.count};
            apply(best.pair, keepGoing);
            return true;
        }
        return false;
    }

    size_t length() const { return length_; }

    Segmentation::Level level() const {
        Segmentation::Level level;
        for (uint32_t i = 0; i != gone; i = next_[i]) {
            level.labels.push_back(tokens_[i]);
            level.ends.push_back(next_[i] == gone ? tokens_.size() : next_[i]);
        }
        return level;
    }

private:
    struct Pair {
        uint32_t left = 0, right = 0;
        uint64_t count = 0;
        std::vector<uint32_t> places;  ///< ascending; some may no longer hold the pair
    };
    struct Candidate {
        uint64_t count = 0;
        uint32_t left = 0, right = 0, pair = 0;
        bool operator<(const Candidate& other) const {
            if (count != other.count) return count < other.count;
            return left != other.left ? left > other.left : right > other.right;
        }
    };

    uint32_t pairNumber(uint32_t left, uint32_t right) {
        uint32_t& number = numbers_.at(left, right);
        if (number == PairTable::none) {
            number = static_cast<uint32_t>(pairs_.size());
            pairs_.push_back({left, right, 0, {}});
        }
        return number;
    }

    void enqueue(uint32_t pair) {
        const Pair& p = pairs_[pair];
        if (p.count > 1) queue_.push({p.count, p.left, p.right, pair});
    }

    void lose(uint32_t left, uint32_t right) { --pairs_[numbers_.find(left, right)].count; }

    void gain(uint32_t place, uint32_t right) {
        const uint32_t pair = pairNumber(tokens_[place], right);
        if (pairs_[pair].count++ == 0) grown_.push_back(pair);
        pairs_[pair].places.push_back(place);
    }

    /// When told to stop, it stops between two places: the tokens are sound all the same.
    void apply(uint32_t pair, const std::function<bool()>& keepGoing) {
        const uint32_t left = pairs_[pair].left, right = pairs_[pair].right;
        const auto places = std::move(pairs_[pair].places);
        pairs_[pair].places = {};
        const uint32_t token = fresh_++;
        size_t step = 0;
        for (const uint32_t i : places) {
            if (++step % steps == 0 && !keepGoing()) break;
            const uint32_t second = tokens_[i] == left ? next_[i] : gone;
            if (second == gone || tokens_[second] != right) continue;
            const uint32_t before = last_[i], behind = next_[second];
            --pairs_[pair].count;
            if (before != gone) lose(tokens_[before], left);
            if (behind != gone) lose(right, tokens_[behind]);
            tokens_[i] = token;
            tokens_[second] = gone;
            next_[i] = behind;
            if (behind != gone) last_[behind] = i;
            --length_;
            if (before != gone) gain(before, token);
            if (behind != gone) gain(i, tokens_[behind]);
        }
        for (const uint32_t grown : grown_)
            enqueue(grown);
        grown_.clear();
    }

    std::vector<uint32_t> tokens_;       ///< by the position of their first symbol
    std::vector<uint32_t> next_, last_;  ///< positions of the tokens beside
    uint32_t fresh_;                     ///< the next token
    size_t length_;
    PairTable numbers_;
    std::vector<Pair> pairs_;
    std::vector<uint32_t> grown_;  ///< pairs that came up in this merge
    std::priority_queue<Candidate> queue_;
};

}  // namespace

PairMerges learnMerges(std::span<const uint32_t> symbols, uint32_t different, size_t most,
                       const std::function<bool(size_t, size_t)>& keepGoing) {
    PairMerges result;
    if (symbols.empty()) return result;
    Merging merging(symbols, different);
    const auto goOn = [&] {
        result.stopped = result.stopped || !keepGoing(result.merges.size(), merging.length());
        return !result.stopped;
    };
    PairMerge merge;
    while (goOn() && result.merges.size() < most && merging.mergeNext(merge, goOn))
        result.merges.push_back(merge);
    result.tokens = merging.level();
    return result;
}

}  // namespace horo
