// Turtle: statements out of words. Brackets wait on a list of their own, not on the stack.
#include <fmt/format.h>

#include <optional>
#include <vector>

#include "core/io/turtle_text.h"

namespace horo {

namespace {

constexpr const char* rdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

bool isDirective(std::string_view word) {
    constexpr std::string_view known[] = {"@prefix", "@base", "prefix", "base", "PREFIX", "BASE"};
    for (const auto name : known)
        if (word == name) return true;
    return false;
}

class TurtleStatements {
public:
    TurtleStatements(TurtleText& text, const StatementTaker& take) : text_(text), take_(take) {}

    bool read() {
        for (text_.skipBlanks(); !text_.atEnd(); text_.skipBlanks()) {
            const auto first = text_.word();
            if (!(isDirective(first) ? text_.directive(first) : statement())) return false;
        }
        return true;
    }

private:
    enum class Next { Term, Predicate, AfterObject };

    /// A bracket that is open, and the predicate inside that waits for its object.
    struct Bracket {
        bool isCollection = false;
        size_t blank = 0;
        std::string predicate;
    };

    bool statement() {
        open_.clear();
        subject_.reset();
        predicate_.clear();
        next_ = Next::Term;
        for (;;) {
            text_.skipBlanks();
            const bool inner = !open_.empty();
            if (!inner && next_ != Next::Term && (next_ == Next::AfterObject || isBare_) &&
                text_.sign() == '.')
                return text_.expect('.');
            if (inner && text_.sign() == (open_.back().isCollection ? ')' : ']') && mayClose()) {
                if (!close()) return false;
            } else if (next_ == Next::Predicate) {
                if (!predicate()) return false;
            } else if (next_ == Next::AfterObject) {
                if (!afterObject()) return false;
            } else if (!term()) {
                return false;
            }
        }
    }

    bool mayClose() const { return open_.back().isCollection || next_ != Next::Term; }
    std::string& waiting() { return open_.empty() ? predicate_ : open_.back().predicate; }

    bool predicate() {
        RdfTerm term;
        if (text_.word() == "a") {
            text_.step();
            term.value = rdfType;
        } else if (!text_.simpleTerm(term)) {
            return false;
        }
        if (!term.isIri()) return text_.fail("has a predicate that is no IRI");
        waiting() = std::move(term.value);
        next_ = Next::Term;
        return true;
    }

    bool afterObject() {
        const char c = text_.sign();
        if (c == ',') {
            text_.step();
            next_ = Next::Term;
            return true;
        }
        if (c != ';') return text_.expect(open_.empty() ? '.' : ']');
        while (text_.sign() == ';') {
            text_.step();
            text_.skipBlanks();
        }
        if (text_.sign() != '.' && text_.sign() != ']') next_ = Next::Predicate;
        return true;
    }

    bool term() {
        const char c = text_.sign();
        if (c == '[' || c == '(') {
            text_.step();
            open_.push_back({c == '(', ++blanks_, {}});
            next_ = c == '(' ? Next::Term : Next::Predicate;
            return true;
        }
        RdfTerm term;
        return text_.simpleTerm(term) && give(term);
    }

    bool close() {
        text_.step();
        const RdfTerm blank = blankOf(open_.back());
        const bool wasNode = !open_.back().isCollection;
        open_.pop_back();
        isBare_ = open_.empty() && !subject_ && wasNode;  // [ ... ] . alone is a statement
        return give(blank, isBare_);
    }

    static RdfTerm blankOf(const Bracket& bracket) {
        return {RdfTerm::Kind::Blank, fmt::format("[]{}", bracket.blank), {}};
    }

    /// A term is whole: the subject, a member of a collection, or an object.
    bool give(const RdfTerm& term, bool isBare = false) {
        if (open_.empty() && !subject_) {
            if (term.kind == RdfTerm::Kind::Literal) return text_.fail("has a literal as subject");
            subject_ = term;
            isBare_ = isBare;
            next_ = Next::Predicate;
            return true;
        }
        if (!open_.empty() && open_.back().isCollection) return next_ = Next::Term, true;
        next_ = Next::AfterObject;
        const RdfTerm inner = open_.empty() ? RdfTerm{} : blankOf(open_.back());
        const auto taken = take_({open_.empty() ? *subject_ : inner, waiting(), term, text_.line()});
        if (!taken) text_.fault = taken.error();
        return taken.ok();
    }

    TurtleText& text_;
    const StatementTaker& take_;
    std::vector<Bracket> open_;
    std::optional<RdfTerm> subject_;
    std::string predicate_;
    Next next_ = Next::Term;
    bool isBare_ = false;  ///< the subject is a bracket that needs no predicate
    size_t blanks_ = 0;
};

}  // namespace

Result<void> readTurtle(std::string_view text, const std::string& file, const StatementTaker& take) {
    TurtleText turtle(text);
    if (TurtleStatements(turtle, take).read()) return {};
    return inputError(turtle.fault.cause, turtle.fault.advice, fmt::format("{}:{}", file, turtle.line()));
}

}  // namespace horo
