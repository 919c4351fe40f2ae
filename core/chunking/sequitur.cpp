#include "core/chunking/sequitur.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/chunking/pair_table.h"

namespace horo {

namespace {

constexpr uint32_t none = PairTable::none;
constexpr uint32_t guardBit = 1u << 31;  ///< marks the node that closes a rule's ring

/// The algorithm as its authors publish it, with nodes in one array. A rule is a ring of nodes that its guard
/// closes. The table knows one place of each pair of neighbours. What differs keeps both promises where the
/// published code breaks them: a pair that comes up when a rule is expanded is looked up like any other, a
/// pair that overlaps itself does not keep the next one from being looked up, and the last symbol of a new
/// rule is tried for expansion like the first.
class Sequitur {
public:
    explicit Sequitur(uint32_t different) : different_(different) { start_ = newRule(); }

    void append(uint32_t symbol) {
        const uint32_t guard = rules_[start_].guard, last = nodes_[guard].last;
        insertAfter(last, newNode(symbol));
        if (last != guard) check(last);
    }

    Grammar grammar() const {
        Grammar grammar{different_, {}};
        std::vector<uint32_t> numbers(rules_.size(), none);
        std::vector<uint32_t> order{start_};
        numbers[start_] = 0;
        for (size_t r = 0; r < order.size(); ++r) {
            auto& body = grammar.rules.emplace_back();
            for (uint32_t n = first(order[r]); !isGuard(n); n = nodes_[n].next) {
                uint32_t symbol = nodes_[n].symbol;
                if (isRule(n)) {
                    uint32_t& number = numbers[symbol - different_];
                    if (number == none) {
                        number = static_cast<uint32_t>(order.size());
                        order.push_back(symbol - different_);
                    }
                    symbol = different_ + number;
                }
                body.push_back(symbol);
            }
        }
        return grammar;
    }

private:
    struct Node {
        uint32_t last = none, next = none, symbol = 0;
    };
    struct Rule {
        uint32_t guard = none, uses = 0;
    };

    bool isGuard(uint32_t n) const { return nodes_[n].symbol & guardBit; }
    bool isRule(uint32_t n) const { return !isGuard(n) && nodes_[n].symbol >= different_; }
    Rule& ruleOf(uint32_t n) { return rules_[nodes_[n].symbol - different_]; }
    uint32_t first(uint32_t rule) const { return nodes_[rules_[rule].guard].next; }
    uint32_t last(uint32_t rule) const { return nodes_[rules_[rule].guard].last; }

    uint32_t newNode(uint32_t symbol) {
        uint32_t n;
        if (freeNodes_.empty()) {
            n = static_cast<uint32_t>(nodes_.size());
            nodes_.emplace_back();
        } else {
            n = freeNodes_.back();
            freeNodes_.pop_back();
        }
        nodes_[n] = {none, none, symbol};
        if (isRule(n)) ++ruleOf(n).uses;
        return n;
    }

    uint32_t newRule() {
        uint32_t rule;
        if (freeRules_.empty()) {
            rule = static_cast<uint32_t>(rules_.size());
            rules_.emplace_back();
        } else {
            rule = freeRules_.back();
            freeRules_.pop_back();
        }
        const uint32_t guard = newNode(guardBit | rule);
        nodes_[guard].last = nodes_[guard].next = guard;
        rules_[rule] = {guard, 0};
        return rule;
    }

    bool startsPair(uint32_t n) const { return !isGuard(n) && !isGuard(nodes_[n].next); }
    uint32_t& place(uint32_t n) { return pairs_.at(nodes_[n].symbol, nodes_[nodes_[n].next].symbol); }

    bool overlap(uint32_t n, uint32_t other) const {
        return nodes_[n].next == other || nodes_[other].next == n;
    }

    void forgetPair(uint32_t n) {
        if (startsPair(n)) pairs_.erase(nodes_[n].symbol, nodes_[nodes_[n].next].symbol, n);
    }

    /// Of three equal neighbours only one pair is in the table; when that one goes, the one that starts at
    /// `start` comes in. A place elsewhere stays.
    void rememberTriple(uint32_t middle, uint32_t start) {
        const Node& node = nodes_[middle];
        if (node.last == none || node.next == none || isGuard(middle)) return;
        if (nodes_[node.last].symbol != node.symbol || nodes_[node.next].symbol != node.symbol) return;
        uint32_t& known = place(start);
        if (known == none || overlap(known, start)) known = start;
    }

    void join(uint32_t left, uint32_t right) {
        if (nodes_[left].next != none) {
            forgetPair(left);
            rememberTriple(right, right);
            rememberTriple(left, nodes_[left].last);
        }
        nodes_[left].next = right;
        nodes_[right].last = left;
    }

    void insertAfter(uint32_t at, uint32_t n) {
        join(n, nodes_[at].next);
        join(at, n);
    }

    void remove(uint32_t n) {
        join(nodes_[n].last, nodes_[n].next);
        forgetPair(n);  // n still knows what stood behind it
        if (isRule(n)) --ruleOf(n).uses;
        freeNodes_.push_back(n);
    }

    /// Looks whether the pair that starts at n stands elsewhere, and puts a rule in the place of both. False:
    /// it does not, or only overlapping this one.
    bool check(uint32_t n) {
        if (!startsPair(n)) return false;
        uint32_t& known = place(n);
        if (known == none) known = n;
        const uint32_t other = known;
        if (other == n || overlap(other, n)) return false;
        match(n, other);
        return true;
    }

    void match(uint32_t fresh, uint32_t known) {
        uint32_t rule;
        const uint32_t before = nodes_[known].last, behind = nodes_[nodes_[known].next].next;
        if (isGuard(before) && isGuard(behind)) {
            rule = nodes_[before].symbol & ~guardBit;
            substitute(fresh, rule);
        } else {
            rule = newRule();
            const uint32_t one = nodes_[fresh].symbol, two = nodes_[nodes_[fresh].next].symbol;
            insertAfter(rules_[rule].guard, newNode(one));
            insertAfter(last(rule), newNode(two));
            place(first(rule)) = first(rule);
            substitute(known, rule);
            substitute(fresh, rule);
        }
        if (rules_[rule].guard != none) expandIfUsedOnce(first(rule));
        if (rules_[rule].guard != none) expandIfUsedOnce(last(rule));
    }

    /// Puts the rule in the place of n and the node behind it.
    void substitute(uint32_t n, uint32_t rule) {
        const uint32_t before = nodes_[n].last;
        remove(nodes_[before].next);
        remove(nodes_[before].next);
        insertAfter(before, newNode(different_ + rule));
        if (!check(before)) check(nodes_[before].next);
    }

    void expandIfUsedOnce(uint32_t n) {
        if (!isRule(n) || ruleOf(n).uses != 1) return;
        const uint32_t rule = nodes_[n].symbol - different_;
        const uint32_t before = nodes_[n].last, behind = nodes_[n].next;
        const uint32_t begin = first(rule), end = last(rule);
        forgetPair(before);
        forgetPair(n);
        freeNodes_.push_back(rules_[rule].guard);
        freeNodes_.push_back(n);
        freeRules_.push_back(rule);
        rules_[rule] = {};
        nodes_[before].next = begin;
        nodes_[begin].last = before;
        nodes_[end].next = behind;
        nodes_[behind].last = end;
        if (!check(before)) check(end);
    }

    uint32_t different_, start_ = 0;
    std::vector<Node> nodes_;
    std::vector<Rule> rules_;
    std::vector<uint32_t> freeNodes_, freeRules_;
    PairTable pairs_;
};

/// The next level down: every rule expanded by one step. None: `keepGoing` said no.
std::optional<Segmentation::Level> expanded(const Grammar& grammar, const Segmentation::Level& level,
                                            const std::vector<uint64_t>& lengths,
                                            const std::function<bool()>& keepGoing) {
    Segmentation::Level below;
    uint64_t end = 0;
    const auto add = [&](uint32_t symbol) {
        end += symbol < grammar.different ? 1 : lengths[symbol - grammar.different];
        below.ends.push_back(end);
        below.labels.push_back(symbol);
    };
    for (size_t i = 0; i < level.labels.size(); ++i) {
        if (i % 65536 == 0 && !keepGoing()) return std::nullopt;
        const uint32_t symbol = level.labels[i];
        if (symbol < grammar.different)
            add(symbol);
        else
            for (const uint32_t part : grammar.rules[symbol - grammar.different])
                add(part);
    }
    return below;
}

/// Each rule after the rules that it names, so that what is known of these is there.
std::vector<uint32_t> partsFirst(const Grammar& grammar) {
    std::vector<uint32_t> order;
    std::vector<bool> isOpen(grammar.rules.size());
    std::vector<std::pair<uint32_t, size_t>> open;  // a rule, and how much of it has been looked at
    const auto visit = [&](uint32_t rule) {
        if (!isOpen[rule]) open.push_back({rule, 0});
        isOpen[rule] = true;
    };
    for (uint32_t root = 0; root < grammar.rules.size(); ++root) {
        visit(root);
        while (!open.empty()) {
            const auto [rule, at] = open.back();
            if (at == grammar.rules[rule].size()) {
                order.push_back(rule);
                open.pop_back();
                continue;
            }
            ++open.back().second;
            const uint32_t symbol = grammar.rules[rule][at];
            if (symbol >= grammar.different) visit(symbol - grammar.different);
        }
    }
    return order;
}

/// Steps of expansion until a rule is spelled, by rule.
std::vector<size_t> heightsOf(const Grammar& grammar) {
    std::vector<size_t> heights(grammar.rules.size());
    for (const uint32_t rule : partsFirst(grammar)) {
        for (const uint32_t symbol : grammar.rules[rule])
            if (symbol >= grammar.different)
                heights[rule] = std::max(heights[rule], heights[symbol - grammar.different]);
        ++heights[rule];
    }
    return heights;
}

}  // namespace

std::optional<Grammar> inferGrammar(std::span<const uint32_t> symbols, uint32_t different,
                                    const std::function<bool(double)>& keepGoing) {
    Sequitur sequitur(different);
    for (size_t i = 0; i < symbols.size(); ++i) {
        if (i % 16384 == 0 && !keepGoing(static_cast<double>(i) / static_cast<double>(symbols.size())))
            return std::nullopt;
        sequitur.append(symbols[i]);
    }
    return sequitur.grammar();
}

std::vector<uint64_t> spelledLengths(const Grammar& grammar) {
    std::vector<uint64_t> lengths(grammar.rules.size());
    for (const uint32_t rule : partsFirst(grammar))
        for (const uint32_t symbol : grammar.rules[rule])
            lengths[rule] += symbol < grammar.different ? 1 : lengths[symbol - grammar.different];
    return lengths;
}

std::optional<GrammarLevels> grammarLevels(const Grammar& grammar, std::span<const uint32_t> symbols,
                                           uint64_t most, const std::function<bool()>& keepGoing) {
    const auto lengths = spelledLengths(grammar);
    const size_t steps = heightsOf(grammar)[0];  // from the start rule to the symbols
    GrammarLevels result;
    Segmentation::Level whole;
    whole.labels = {grammar.different};
    uint64_t spans = symbols.size();
    for (size_t step = 1; step < steps; ++step) {
        auto level =
            expanded(grammar, result.levels.empty() ? whole : result.levels.back(), lengths, keepGoing);
        if (!level) return std::nullopt;
        spans += level->size();
        if (step > 1 && spans > most) {
            result.leftOut = steps - step;
            break;
        }
        result.levels.push_back(std::move(*level));
    }
    Segmentation::Level finest;
    finest.labels.assign(symbols.begin(), symbols.end());
    finest.ends.resize(symbols.size());
    std::iota(finest.ends.begin(), finest.ends.end(), uint64_t{1});
    result.levels.push_back(std::move(finest));
    std::ranges::reverse(result.levels);
    return result;
}

}  // namespace horo
