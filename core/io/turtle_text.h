// The words of Turtle: names, IRIs and literals out of a text.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/io/rdf.h"

namespace horo {

/// A place in a text. Every function that reads returns false where it fails; `fault` then says why.
class TurtleText {
public:
    explicit TurtleText(std::string_view text) : text_(text) {}

    Error fault;  ///< without its place
    bool fail(std::string cause, std::string advice = "take the file as it was published");

    bool atEnd() const { return at_ == text_.size(); }
    char sign() const { return atEnd() ? '\0' : text_[at_]; }
    void step(size_t bytes = 1) { at_ += bytes; }
    /// Of the place; it never goes back.
    size_t line();

    /// White space and comments.
    void skipBlanks();
    bool expect(char wanted);
    /// A word up to a delimiter, without the points at its end; the place stays.
    std::string_view word() const;

    /// @prefix, @base, PREFIX or BASE, of which `first` is the word.
    bool directive(std::string_view first);
    /// An IRI, a name, a literal or a blank node with a label: what has no brackets.
    bool simpleTerm(RdfTerm& out);

private:
    bool iriReference(std::string& out);
    bool prefixIri(std::string& out);
    bool prefixedName(RdfTerm& out, std::string_view name);
    bool codePoint(std::string& out);
    bool literal(RdfTerm& out);
    bool escape(std::string& out);
    bool literalEnd(RdfTerm& out);

    std::string_view text_;
    size_t at_ = 0;
    size_t counted_ = 0, line_ = 1;  ///< line_ = that of the byte counted_
    std::string base_;
    std::map<std::string, std::string, std::less<>> prefixes_;
};

}  // namespace horo
