#include "core/io/skos_text.h"

#include <fmt/format.h>

namespace horo {

namespace {

/// <#name>, relative to wherever the file lies; what an IRI may not hold is percent-encoded.
std::string iriOf(std::string_view name) {
    std::string iri = "<#";
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || std::isalnum(byte) || std::string_view("-._~").find(c) != std::string_view::npos)
            iri += c;
        else
            iri += fmt::format("%{:02X}", byte);
    }
    return iri + '>';
}

std::string literalOf(std::string_view text) {
    std::string literal = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            literal += '\\', literal += c;
        else if (byte < 0x20 || byte == 0x7F)
            literal += fmt::format("\\u{:04X}", byte);
        else
            literal += c;
    }
    return literal + '"';
}

}  // namespace

std::string skosText(const Hierarchy& h) {
    std::string text = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n";
    for (Node v = 0; v < h.size(); ++v) {
        text += fmt::format("\n{} a skos:Concept ;\n    skos:notation {} ;\n    skos:prefLabel {}",
                            iriOf(h.name(v)), literalOf(h.name(v)), literalOf(h.label(v)));
        if (!h.gloss(v).empty()) text += " ;\n    skos:definition " + literalOf(h.gloss(v));
        for (const Node parent : h.parents(v))
            text += " ;\n    skos:broader " + iriOf(h.name(parent));
        text += " .\n";
    }
    return text;
}

}  // namespace horo
