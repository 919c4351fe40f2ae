// Statements of RDF, read one by one: Turtle and RDF/XML.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace horo {

struct RdfTerm {
    enum class Kind { Iri, Blank, Literal };
    Kind kind = Kind::Iri;
    std::string value;
    std::string language;  ///< of a literal, lower case

    static RdfTerm iri(std::string text) { return {Kind::Iri, std::move(text), {}}; }
    bool isIri() const { return kind == Kind::Iri; }
};

struct RdfStatement {
    const RdfTerm& subject;
    const std::string& predicate;
    const RdfTerm& object;
    size_t line;  ///< where it ends
};

/// Takes a statement; an error ends the reading.
using StatementTaker = std::function<Result<void>(const RdfStatement&)>;

/// Longest IRI of a prefix, base or namespace: what a short name may grow to.
constexpr size_t longestPrefix = 4096;

/// Turtle (W3C, RDF 1.1 Turtle), and with it N-Triples. Reads without recursion: depth costs memory only.
/// Members of collections are read and not told. Error: what is no Turtle, by line.
HOROCYCLE_EXPORT Result<void> readTurtle(std::string_view text, const std::string& file,
                                         const StatementTaker& take);

/// RDF/XML (W3C, RDF 1.1 XML Syntax), parsed by expat, which loads nothing and bounds what entities grow to.
/// Members of collections are read and not told. Error: what is no RDF/XML, by line; elements in more than
/// 10,000 others.
HOROCYCLE_EXPORT Result<void> readRdfXml(std::string_view text, const std::string& file,
                                         const StatementTaker& take);

/// An IRI as it is where it has a scheme, else put behind the base (RFC 3986 without dot segments).
HOROCYCLE_EXPORT std::string resolveIri(std::string_view base, std::string_view iri);

/// A language tag (BCP 47) in lower case, cut at its greatest length of 35.
HOROCYCLE_EXPORT std::string languageTag(std::string_view tag);

}  // namespace horo
