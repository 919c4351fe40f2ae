// The learner of variables: rewrites a parse of chunks, counting exactly what each step would save.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "core/chunking/learned_units.h"
#include "core/chunking/pair_table.h"

namespace horo {

namespace {

constexpr uint32_t gone = PairTable::none;  ///< a place where no unit starts, or no place

/// Two units, and the places where one more stands between them.
struct Frame {
    uint32_t left = 0, right = 0;
    std::vector<uint32_t> places;  ///< of the left one, ascending
};

class Rewriting {
public:
    Rewriting(LearnedUnits chunks, uint32_t different, const LearningRules& rules)
        : different_(different),
          rules_(rules),
          patterns_(std::move(chunks.patterns)),
          variables_(std::move(chunks.variables)),
          units_(std::move(chunks.parse.labels)),
          ends_(std::move(chunks.parse.ends)),
          next_(units_.size()),
          counts_(patterns_.size()),
          length_(units_.size()) {
        for (uint32_t i = 0; i < units_.size(); ++i) {
            next_[i] = i + 1 < units_.size() ? i + 1 : gone;
            ++counts_[units_[i]];
        }
        for (uint32_t unit = 0; unit < patterns_.size(); ++unit)
            byPattern_[patterns_[unit]] = unit;
    }

    /// True: something was made one.
    bool makeVariables(const std::function<bool()>& keepGoing) {
        bool changed = false;
        for (const Frame& frame : frames()) {
            if (!keepGoing()) break;
            changed |= tryFrame(frame);
        }
        return changed;
    }

    bool makePairs(const std::function<bool()>& keepGoing) {
        std::vector<uint32_t> row;
        std::vector<double> lengths(patterns_.size());
        uint64_t start = 0;
        for (uint32_t i = units_.empty() ? gone : 0; i != gone; i = next_[i]) {
            row.push_back(units_[i]);
            lengths[units_[i]] += static_cast<double>(ends_[i] - start);
            start = ends_[i];
        }
        for (size_t unit = 0; unit < lengths.size(); ++unit)
            if (counts_[unit] > 0) lengths[unit] /= static_cast<double>(counts_[unit]);
        const auto likely = likelyPairs(row, lengths, rules_);
        PairTable numbers;
        for (uint32_t k = 0; k < likely.size(); ++k)
            numbers.at(likely[k].left, likely[k].right) = k;
        std::vector<std::vector<uint32_t>> places(likely.size());
        for (uint32_t i = units_.empty() ? gone : 0; i != gone && next_[i] != gone; i = next_[i])
            if (const uint32_t k = numbers.find(units_[i], units_[next_[i]]); k != gone)
                places[k].push_back(i);
        bool changed = false;
        for (size_t k = 0; k < likely.size(); ++k) {
            if (!keepGoing()) break;
            changed |= tryPair(likely[k].left, likely[k].right, places[k]);
        }
        return changed;
    }

    LearnedUnits result() const {
        LearnedUnits result;
        result.patterns = patterns_;
        result.variables = variables_;
        for (uint32_t i = units_.empty() ? gone : 0; i != gone; i = next_[i]) {
            result.parse.labels.push_back(units_[i]);
            result.parse.ends.push_back(ends_[i]);
        }
        return result;
    }

private:
    /// Frames with enough places, the most frequent first.
    std::vector<Frame> frames() const {
        std::vector<Frame> frames;
        PairTable numbers;
        for (uint32_t i = units_.empty() ? gone : 0; i != gone; i = next_[i]) {
            const uint32_t middle = next_[i];
            if (middle == gone || next_[middle] == gone) break;
            const uint32_t right = units_[next_[middle]];
            uint32_t& number = numbers.at(units_[i], right);
            if (number == gone) {
                number = static_cast<uint32_t>(frames.size());
                frames.push_back({units_[i], right, {}});
            }
            frames[number].places.push_back(i);
        }
        std::erase_if(frames, [&](const Frame& f) { return f.places.size() < rules_.leastCount; });
        std::ranges::sort(frames, [](const Frame& a, const Frame& b) {
            return std::tuple(b.places.size(), a.left, a.right) <
                   std::tuple(a.places.size(), b.left, b.right);
        });
        return frames;
    }

    bool tryFrame(const Frame& frame) {
        std::vector<uint32_t> places;
        std::map<uint32_t, uint64_t> members;
        uint32_t taken = 0;  // the first place that is free
        for (const uint32_t i : frame.places) {
            if (i < taken || units_[i] != frame.left || next_[i] == gone) continue;
            const uint32_t middle = next_[i], right = next_[middle];
            if (right == gone || units_[right] != frame.right) continue;
            places.push_back(i);
            ++members[units_[middle]];
            taken = right + 1;
        }
        if (places.size() < rules_.leastCount || members.size() < 2 || members.size() > rules_.mostMembers)
            return false;
        const auto count = static_cast<int64_t>(places.size());
        std::map<uint32_t, int64_t> change{{frame.left, 0}, {frame.right, 0}};
        change[frame.left] -= count;
        change[frame.right] -= count;
        double cost = timesLog(static_cast<double>(count));  // of saying which member it is
        for (const auto& [member, uses] : members) {
            change[member] -= static_cast<int64_t>(uses);
            cost -= timesLog(static_cast<double>(uses));
        }
        const auto unit = static_cast<uint32_t>(patterns_.size());
        change[unit] = count;
        if (bitsChange(change, -2 * count) + cost >= 0) return false;

        UnitPattern pattern = patterns_[frame.left];
        pattern.push_back(different_ + static_cast<uint32_t>(variables_.size()));
        pattern.insert(pattern.end(), patterns_[frame.right].begin(), patterns_[frame.right].end());
        byPattern_[pattern] = unit;
        patterns_.push_back(std::move(pattern));
        variables_.push_back(std::move(members));
        commit(change);
        for (const uint32_t i : places) {
            absorbNext(i);
            absorbNext(i);
            units_[i] = unit;
        }
        return true;
    }

    bool tryPair(uint32_t left, uint32_t right, const std::vector<uint32_t>& candidates) {
        std::vector<uint32_t> places;
        uint32_t taken = 0;  // the first place that is free
        for (const uint32_t i : candidates) {
            if (i < taken || units_[i] != left || next_[i] == gone || units_[next_[i]] != right) continue;
            places.push_back(i);
            taken = next_[i] + 1;
        }
        if (places.size() < rules_.leastCount) return false;
        UnitPattern pattern = patterns_[left];
        pattern.insert(pattern.end(), patterns_[right].begin(), patterns_[right].end());
        const auto known = byPattern_.find(pattern);
        const auto unit = known == byPattern_.end() ? static_cast<uint32_t>(patterns_.size()) : known->second;
        const auto count = static_cast<int64_t>(places.size());
        std::map<uint32_t, int64_t> change;
        change[left] -= count;
        change[right] -= count;
        change[unit] += count;
        if (bitsChange(change, -count) >= 0) return false;

        if (known == byPattern_.end()) {
            byPattern_[pattern] = unit;
            patterns_.push_back(std::move(pattern));
        }
        commit(change);
        for (const uint32_t i : places) {
            absorbNext(i);
            units_[i] = unit;
        }
        return true;
    }

    /// How the bits of the units change with these changes of their counts. Less than a billionth of a bit
    /// counts as none, so that rounding never passes for a gain.
    double bitsChange(const std::map<uint32_t, int64_t>& change, int64_t lengthChange) const {
        const auto length = static_cast<double>(length_);
        double bits = timesLog(length + static_cast<double>(lengthChange)) - timesLog(length);
        for (const auto& [unit, difference] : change) {
            const double count = unit < counts_.size() ? static_cast<double>(counts_[unit]) : 0;
            bits += timesLog(count) - timesLog(count + static_cast<double>(difference));
        }
        return bits + 1e-9 * length;
    }

    void commit(const std::map<uint32_t, int64_t>& change) {
        counts_.resize(patterns_.size());
        for (const auto& [unit, difference] : change)
            counts_[unit] = static_cast<uint64_t>(static_cast<int64_t>(counts_[unit]) + difference);
    }

    void absorbNext(uint32_t i) {
        const uint32_t eaten = next_[i];
        ends_[i] = ends_[eaten];
        next_[i] = next_[eaten];
        units_[eaten] = gone;
        --length_;
    }

    uint32_t different_;
    LearningRules rules_;
    std::vector<UnitPattern> patterns_;
    std::map<UnitPattern, uint32_t> byPattern_;
    std::vector<std::map<uint32_t, uint64_t>> variables_;
    std::vector<uint32_t> units_;  ///< by place; `gone` where an earlier one has taken it in
    std::vector<uint64_t> ends_;
    std::vector<uint32_t> next_;  ///< the place of the unit behind
    std::vector<uint64_t> counts_;
    uint64_t length_;  ///< units that there are
};

/// Rewritten until nothing more pays. When told to stop, what there is holds.
LearnedUnits rewritten(const LearnedUnits& chunks, uint32_t different, const LearningRules& rules,
                       const std::function<bool()>& keepGoing) {
    Rewriting rewriting(chunks, different, rules);
    for (bool changed = true; changed && keepGoing();) {
        changed = rewriting.makeVariables(keepGoing);
        changed |= rewriting.makePairs(keepGoing);
    }
    return rewriting.result();
}

/// Results of which none has more units and more bits than another.
class Choice {
public:
    void add(LearnedUnits units) {
        Candidate fresh{units.bits(), std::move(units)};
        if (std::ranges::any_of(candidates_, [&](const auto& c) { return c.isAsGoodAs(fresh); })) return;
        std::erase_if(candidates_, [&](const auto& c) { return fresh.isAsGoodAs(c); });
        candidates_.push_back(std::move(fresh));
    }

    /// The one with the fewest bits of those with at most so many units; null where all have more.
    const LearnedUnits* best(size_t mostUnits) const {
        const Candidate* best = nullptr;
        for (const Candidate& c : candidates_)
            if (c.units.parse.size() <= mostUnits && (!best || c.bits < best->bits)) best = &c;
        return best ? &best->units : nullptr;
    }

private:
    struct Candidate {
        double bits = 0;
        LearnedUnits units;
        bool isAsGoodAs(const Candidate& other) const {
            return bits <= other.bits && units.parse.size() <= other.units.parse.size();
        }
    };
    std::vector<Candidate> candidates_;
};

}  // namespace

LearnedUnits learnVariables(std::span<const uint32_t> symbols, uint32_t different, const LearningRules& rules,
                            const LearningListener& listener) {
    Choice choice;
    size_t passes = 0;
    const auto chunks = learnChunks(symbols, different, rules, [&](size_t pass, const LearnedUnits& units) {
        passes = pass + 1;
        if (!listener(pass, units)) return false;
        choice.add(rewritten(units, different, rules, [&] { return listener(pass, units); }));
        return true;
    });
    const LearnedUnits* best = choice.best(chunks.parse.size());
    LearnedUnits result = best ? *best : chunks;
    result.stopped = chunks.stopped || !listener(passes, result);
    return result;
}

}  // namespace horo
