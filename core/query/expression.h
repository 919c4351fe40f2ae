// A condition on items, as a person writes it: depth <= 3 and name ~ 'whale'.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace horo {

class ItemFacts;
struct ExpressionNode;

/// Grammar, loosest first: `or`; `and`, `minus` (and not); `not`; one comparison (= != < <= > >=, ~ contains,
/// without regard to case); + -; * /; numbers, 'texts' or "texts", facts by name (`names with spaces`),
/// functions. Functions: below('name'), above('name') (the node itself counts), set('name') (a kept
/// selection), level(n).
class HOROCYCLE_EXPORT Expression {
public:
    /// Error: what was expected, with the place in the text.
    static Result<Expression> parse(std::string_view text);

    /// One value an item: whether it fulfils the condition. A comparison with a number that is not defined is
    /// false. Error: a fact, node or set that does not exist (the nearest name is offered), or a value of the
    /// wrong kind.
    Result<std::vector<char>> select(const ItemFacts& facts) const;

private:
    explicit Expression(std::shared_ptr<const ExpressionNode> root) : root_(std::move(root)) {}
    std::shared_ptr<const ExpressionNode> root_;
};

}  // namespace horo
