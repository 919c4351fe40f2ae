// Expressions from text, by recursive descent.
#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "core/query/expression_node.h"

namespace horo {

namespace {

using Pointer = std::shared_ptr<const ExpressionNode>;
using Kind = ExpressionNode::Kind;

/// Parentheses may nest this deep: a person writes two or three.
constexpr int deepest = 200;

struct Token {
    enum class Kind { End, Number, Text, Name, Quoted, Sign } kind = Kind::End;
    std::string text;
    double number = 0;
    size_t place = 0;
};

bool isLetter(char c) {
    const auto u = static_cast<unsigned char>(c);
    return std::isalpha(u) || c == '_' || u >= 0x80;
}

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) { next(); }

    Result<Pointer> run() {
        Pointer root = any();
        if (!error_ && token_.kind != Token::Kind::End)
            fail(fmt::format("'{}' is not expected here", token_.text));
        if (error_) return *error_;
        return root;
    }

private:
    void fail(std::string cause) {
        if (!error_)
            error_ = usageError(fmt::format("{} (character {})", std::move(cause), token_.place + 1),
                                "write a condition such as depth <= 3 and name ~ 'whale'");
        token_ = {};
    }

    void next() {
        while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])))
            ++at_;
        token_ = {Token::Kind::End, {}, 0, at_};
        if (at_ >= text_.size()) return;
        const char c = text_[at_];
        if (std::isdigit(static_cast<unsigned char>(c)) ||
            (c == '.' && at_ + 1 < text_.size() && std::isdigit(static_cast<unsigned char>(text_[at_ + 1]))))
            return number();
        if (c == '\'' || c == '"' || c == '`') return quoted(c);
        size_t end = at_ + 1;
        if (isLetter(c)) {
            while (end < text_.size() &&
                   (isLetter(text_[end]) || std::isdigit(static_cast<unsigned char>(text_[end])) ||
                    text_[end] == '.'))
                ++end;
            token_.kind = Token::Kind::Name;
        } else {
            const std::string_view two = text_.substr(at_, 2);
            if (two == "<=" || two == ">=" || two == "!=" || two == "==") ++end;
            token_.kind = Token::Kind::Sign;
        }
        token_.text = text_.substr(at_, end - at_);
        if (token_.text == "==") token_.text = "=";
        at_ = end;
    }

    void number() {
        const auto read = std::from_chars(text_.data() + at_, text_.data() + text_.size(), token_.number);
        if (read.ec != std::errc()) return fail("this number is out of range");
        token_.kind = Token::Kind::Number;
        const auto end = static_cast<size_t>(read.ptr - text_.data());
        token_.text = text_.substr(at_, end - at_);
        at_ = end;
    }

    void quoted(char quote) {
        const size_t end = text_.find(quote, at_ + 1);
        if (end == std::string_view::npos) return fail(fmt::format("the closing {} is missing", quote));
        token_.kind = quote == '`' ? Token::Kind::Quoted : Token::Kind::Text;
        token_.text = text_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
    }

    bool isWord(std::string_view word) const {
        return token_.kind == Token::Kind::Name && token_.text == word;
    }
    bool isSign(std::string_view sign) const {
        return token_.kind == Token::Kind::Sign && token_.text == sign;
    }

    static Pointer node(Kind kind, double number, std::string text, std::vector<Pointer> parts = {}) {
        auto made = std::make_shared<ExpressionNode>();
        made->kind = kind, made->number = number;
        made->text = std::move(text), made->parts = std::move(parts);
        return made;
    }

    static Pointer binary(std::string sign, Pointer left, Pointer right) {
        return node(Kind::Binary, 0, std::move(sign), {std::move(left), std::move(right)});
    }

    Pointer any() {
        Pointer left = all();
        while (!error_ && isWord("or")) {
            next();
            left = binary("or", left, all());
        }
        return left;
    }

    Pointer all() {
        Pointer left = negation();
        while (!error_ && (isWord("and") || isWord("minus"))) {
            const bool minus = token_.text == "minus";
            next();
            Pointer right = negation();
            if (minus) right = node(Kind::Not, 0, {}, {right});
            left = binary("and", left, right);
        }
        return left;
    }

    Pointer negation() {
        bool turned = false;
        while (isWord("not"))
            turned = !turned, next();
        Pointer inner = comparison();
        return turned ? node(Kind::Not, 0, {}, {inner}) : inner;
    }

    Pointer comparison() {
        Pointer left = sum();
        for (const char* sign : {"=", "!=", "<=", ">=", "<", ">", "~"})
            if (!error_ && isSign(sign)) {
                next();
                return binary(sign, left, sum());
            }
        return left;
    }

    Pointer sum() {
        Pointer left = product();
        while (!error_ && (isSign("+") || isSign("-"))) {
            const std::string sign = token_.text;
            next();
            left = binary(sign, left, product());
        }
        return left;
    }

    Pointer product() {
        Pointer left = factor();
        while (!error_ && (isSign("*") || isSign("/"))) {
            const std::string sign = token_.text;
            next();
            left = binary(sign, left, factor());
        }
        return left;
    }

    Pointer factor() {
        bool negative = false;
        while (isSign("-"))
            negative = !negative, next();
        Pointer inner = primary();
        return negative ? node(Kind::Negative, 0, {}, {inner}) : inner;
    }

    Pointer primary() {
        const Token token = token_;
        switch (token.kind) {
            case Token::Kind::Number:
                next();
                return node(Kind::Number, token.number, {});
            case Token::Kind::Text:
                next();
                return node(Kind::Text, 0, token.text);
            case Token::Kind::Quoted:
                next();
                return node(Kind::Fact, 0, token.text);
            case Token::Kind::Name:
                next();
                if (isSign("(")) return call(token.text);
                return node(Kind::Fact, 0, token.text);
            case Token::Kind::Sign:
                if (token.text == "(") return group();
                fail(fmt::format("'{}' is not expected here", token.text));
                return nullptr;
            case Token::Kind::End:
                fail("the condition ends too early");
                return nullptr;
        }
        return nullptr;
    }

    Pointer group() {
        if (++depth_ > deepest) {
            fail("there are too many parentheses");
            return nullptr;
        }
        next();
        Pointer inner = any();
        if (!error_ && !isSign(")")) fail("a closing ) is missing");
        if (!error_) next();
        --depth_;
        return inner;
    }

    Pointer call(std::string name) {
        if (++depth_ > deepest) {
            fail("there are too many parentheses");
            return nullptr;
        }
        next();
        Pointer given = sum();
        if (!error_ && !isSign(")")) fail("a closing ) is missing");
        if (!error_) next();
        --depth_;
        return node(Kind::Call, 0, std::move(name), {std::move(given)});
    }

    std::string_view text_;
    size_t at_ = 0;
    Token token_;
    std::optional<Error> error_;
    int depth_ = 0;
};

}  // namespace

Result<std::shared_ptr<const ExpressionNode>> parseExpression(std::string_view text) {
    return Parser(text).run();
}

}  // namespace horo
