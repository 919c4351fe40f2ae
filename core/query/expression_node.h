// The tree of an expression.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace horo {

struct ExpressionNode {
    enum class Kind { Number, Text, Fact, Call, Not, Negative, Binary };
    Kind kind = Kind::Number;
    double number = 0;
    std::string text;  ///< of a text, the name of a fact or function, the sign of a binary operation
    std::vector<std::shared_ptr<const ExpressionNode>> parts;
};

Result<std::shared_ptr<const ExpressionNode>> parseExpression(std::string_view text);

}  // namespace horo
