#include "core/query/expression.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <variant>

#include "core/query/expression_node.h"
#include "core/query/item_facts.h"

namespace horo {

namespace {

using Node = ExpressionNode;
/// Characters; keeps the depth of the tree within the reach of recursion.
constexpr size_t longest = 10000;
using Truths = std::vector<char>;
using Numbers = std::vector<double>;
using Texts = std::vector<std::string>;

/// One value for all items, or one each.
template <class T>
class Values {
public:
    explicit Values(T one) : own_{std::move(one)}, all_(&own_), constant_(true) {}
    explicit Values(std::vector<T> each) : own_(std::move(each)), all_(&own_) {}
    explicit Values(const std::vector<T>* shared) : all_(shared) {}
    Values(Values&& other) noexcept
        : own_(std::move(other.own_)),
          all_(other.all_ == &other.own_ ? &own_ : other.all_),
          constant_(other.constant_) {}

    const T& at(size_t i) const { return (*all_)[constant_ ? 0 : i]; }

private:
    std::vector<T> own_;
    const std::vector<T>* all_;
    bool constant_ = false;
};

using Value = std::variant<Values<double>, Values<std::string>, Values<char>>;

const char* kindOf(const Value& value) {
    return value.index() == 0 ? "a number" : value.index() == 1 ? "a text" : "a condition";
}

std::string lower(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    return small;
}

class Evaluation {
public:
    explicit Evaluation(const ItemFacts& facts) : facts_(facts), count_(facts.items().size()) {}

    Result<Value> value(const Node& node) const {
        switch (node.kind) {
            case Node::Kind::Number:
                return Value(Values<double>(node.number));
            case Node::Kind::Text:
                return Value(Values<std::string>(node.text));
            case Node::Kind::Fact:
                return fact(node.text);
            case Node::Kind::Call:
                return call(node);
            case Node::Kind::Not: {
                auto inner = truths(*node.parts[0]);
                if (!inner) return inner.error();
                for (char& truth : *inner)
                    truth = !truth;
                return Value(Values<char>(std::move(*inner)));
            }
            case Node::Kind::Negative: {
                auto inner = value(*node.parts[0]);
                if (!inner) return inner.error();
                const auto* numbers = std::get_if<Values<double>>(&*inner);
                if (!numbers) return mismatch("-", *inner);
                return Value(Values<double>(each<double>([&](size_t i) { return -numbers->at(i); })));
            }
            case Node::Kind::Binary:
                return node.text == "and" || node.text == "or" ? both(node) : binary(node);
        }
        return programError("an expression of an unknown kind");
    }

    Result<Truths> truths(const Node& node) const {
        auto computed = value(node);
        if (!computed) return computed.error();
        const auto* found = std::get_if<Values<char>>(&*computed);
        if (!found)
            return usageError(fmt::format("{} is not a condition", kindOf(*computed)),
                              "compare it with something, for example depth <= 3");
        return each<char>([&](size_t i) { return found->at(i); });
    }

private:
    template <class T, class Make>
    std::vector<T> each(Make make) const {
        std::vector<T> values(count_);
        for (size_t i = 0; i < count_; ++i)
            values[i] = make(i);
        return values;
    }

    static Error mismatch(const std::string& sign, const Value& value) {
        return usageError(fmt::format("{} does not work on {}", sign, kindOf(value)),
                          "compare numbers with numbers and texts with texts");
    }

    Result<Value> fact(const std::string& name) const {
        if (name == "true" || name == "false") return Value(Values<char>(static_cast<char>(name == "true")));
        const Fact* found = facts_.find(name);
        if (!found) {
            const auto names = facts_.names();
            const auto nearest = nearestName(name, names);
            std::string known;
            for (const std::string& each : names)
                known += (known.empty() ? "" : ", ") + each;
            return usageError(fmt::format("nothing is known as {}", name),
                              nearest.empty() ? "known are " + known
                                              : fmt::format("did you mean {}? known are {}", nearest, known));
        }
        if (const auto* numbers = std::get_if<Numbers>(found)) return Value(Values<double>(numbers));
        if (const auto* texts = std::get_if<Texts>(found)) return Value(Values<std::string>(texts));
        return Value(Values<char>(&std::get<Truths>(*found)));
    }

    Result<Value> call(const Node& node) const {
        const std::string& name = node.text;
        const Node& given = *node.parts[0];
        std::optional<Truths> found;
        if (name == "level") {
            if (given.kind != Node::Kind::Number) return usageError("level takes a number", "write level(2)");
            found = facts_.level(static_cast<int>(std::clamp(given.number, -1.0, 2e9)));
            if (!found)
                return usageError("there is no hierarchy here", "choose an embedding that was made from one");
            return Value(Values<char>(std::move(*found)));
        }
        const bool isText = given.kind == Node::Kind::Text || given.kind == Node::Kind::Fact;
        if (name != "below" && name != "above" && name != "set")
            return usageError(fmt::format("there is no function {}", name),
                              "functions are below, above, level and set");
        if (!isText)
            return usageError(fmt::format("{} takes a name", name), fmt::format("write {}('name')", name));
        found = name == "below"   ? facts_.below(given.text)
                : name == "above" ? facts_.above(given.text)
                                  : facts_.kept(given.text);
        if (found) return Value(Values<char>(std::move(*found)));
        if (name != "set")
            return usageError(fmt::format("there is no node {}", given.text),
                              "write its name or label as the tree shows it");
        const auto known = facts_.keptNames();
        const auto nearest = nearestName(given.text, known);
        return usageError(
            fmt::format("no selection is kept as {}", given.text),
            nearest.empty() ? std::string("keep one first") : fmt::format("did you mean {}?", nearest));
    }

    Result<Value> both(const Node& node) const {
        auto left = truths(*node.parts[0]);
        if (!left) return left.error();
        auto right = truths(*node.parts[1]);
        if (!right) return right.error();
        const bool all = node.text == "and";
        return Value(Values<char>(each<char>(
            [&](size_t i) -> char { return all ? (*left)[i] && (*right)[i] : (*left)[i] || (*right)[i]; })));
    }

    Result<Value> binary(const Node& node) const {
        auto left = value(*node.parts[0]);
        if (!left) return left.error();
        auto right = value(*node.parts[1]);
        if (!right) return right.error();
        const std::string& sign = node.text;
        const auto *a = std::get_if<Values<double>>(&*left), *b = std::get_if<Values<double>>(&*right);
        if (a && b) return numeric(sign, *a, *b, *left);
        const auto *x = std::get_if<Values<std::string>>(&*left),
                   *y = std::get_if<Values<std::string>>(&*right);
        if (x && y) return textual(sign, *x, *y, *left);
        return usageError(
            fmt::format("{} and {} cannot be compared by {}", kindOf(*left), kindOf(*right), sign),
            "compare numbers with numbers and texts with texts");
    }

    Result<Value> numeric(const std::string& sign, const Values<double>& a, const Values<double>& b,
                          const Value& left) const {
        if (sign == "~") return mismatch(sign, left);
        if (sign == "+")
            return Value(Values<double>(each<double>([&](size_t i) { return a.at(i) + b.at(i); })));
        if (sign == "-")
            return Value(Values<double>(each<double>([&](size_t i) { return a.at(i) - b.at(i); })));
        if (sign == "*")
            return Value(Values<double>(each<double>([&](size_t i) { return a.at(i) * b.at(i); })));
        if (sign == "/")
            return Value(Values<double>(each<double>([&](size_t i) { return a.at(i) / b.at(i); })));
        return Value(Values<char>(compared(sign, [&](size_t i) { return std::pair(a.at(i), b.at(i)); })));
    }

    Result<Value> textual(const std::string& sign, const Values<std::string>& a, const Values<std::string>& b,
                          const Value& left) const {
        if (sign == "+" || sign == "-" || sign == "*" || sign == "/") return mismatch(sign, left);
        if (sign == "~")
            return Value(Values<char>(each<char>(
                [&](size_t i) -> char { return lower(a.at(i)).find(lower(b.at(i))) != std::string::npos; })));
        return Value(Values<char>(compared(sign, [&](size_t i) {
            return std::pair<std::string_view, std::string_view>(a.at(i), b.at(i));
        })));
    }

    /// NaN is neither equal, nor less, nor unequal: what is not known fulfils nothing.
    template <class Pair>
    Truths compared(const std::string& sign, Pair pair) const {
        return each<char>([&](size_t i) -> char {
            const auto [a, b] = pair(i);
            if (!(a == a) || !(b == b)) return 0;
            if (sign == "=") return a == b;
            if (sign == "!=") return a != b;
            if (sign == "<") return a < b;
            if (sign == "<=") return a <= b;
            if (sign == ">") return a > b;
            return a >= b;
        });
    }

    const ItemFacts& facts_;
    size_t count_;
};

}  // namespace

Result<Expression> Expression::parse(std::string_view text) {
    if (text.size() > longest)
        return usageError(fmt::format("a condition of {} characters is too long", text.size()),
                          fmt::format("write at most {}", longest));
    auto root = parseExpression(text);
    if (!root) return root.error();
    return Expression(std::move(*root));
}

Result<std::vector<char>> Expression::select(const ItemFacts& facts) const {
    return Evaluation(facts).truths(*root_);
}

}  // namespace horo
