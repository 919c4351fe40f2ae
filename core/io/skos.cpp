// SKOS concept schemes (W3C, SKOS Reference) and the classes of OWL and RDFS ontologies, in Turtle and
// RDF/XML.
#include <fmt/format.h>

#include <algorithm>

#include "core/io/concept_scheme.h"
#include "core/io/hierarchy_reader.h"

namespace horo {

namespace {

constexpr Node none = ~Node{0};

std::string_view trimmed(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

/// XML begins with <? or <! or <name; Turtle may begin with <scheme:...>.
bool looksLikeXml(std::string_view text) {
    text = trimmed(text);
    if (!text.starts_with('<')) return false;
    const size_t end = std::min(text.find_first_of(" \t\r\n>"), text.size());
    return text.starts_with("<?") || text.starts_with("<!") || (end < text.size() && text[end] != '>') ||
           text.substr(0, end).find('/') == std::string_view::npos;
}

/// What follows the last # or / of an IRI, or all of it.
std::string_view localName(std::string_view iri) {
    const size_t end = iri.find_last_of("#/");
    return end == std::string_view::npos || end + 1 == iri.size() ? iri : iri.substr(end + 1);
}

enum class NamedBy { Notation, Label, Iri };

/// The names of the nodes, all different.
class ConceptNames {
public:
    ConceptNames(const std::vector<const Concept*>& concepts, NamedBy by) {
        std::unordered_map<std::string_view, size_t> count;
        for (const Concept* c : concepts)
            ++count[first(*c, by)];
        for (const Concept* c : concepts) {
            const auto name = first(*c, by);
            std::string full(name);
            if (count[name] > 1) {
                ++repeated;
                full = by == NamedBy::Label && name != c->iri
                           ? fmt::format("{} ({})", name, localName(c->iri))
                           : c->iri;
            }
            if (!taken_.insert(full).second) taken_.insert(full = c->iri);
            names.push_back(std::move(full));
        }
    }
    std::vector<std::string> names;
    size_t repeated = 0;  ///< concepts whose name another one has, too

private:
    static std::string_view first(const Concept& c, NamedBy by) {
        if (by == NamedBy::Iri) return c.iri;
        if (by == NamedBy::Notation && !c.notation.empty()) return c.notation;
        return c.label.empty() ? localName(c.iri) : std::string_view(c.label);
    }
    std::unordered_set<std::string> taken_;
};

class SkosReader final : public TextHierarchyReader {
public:
    std::string_view format() const override { return "skos"; }
    std::vector<std::string> endings() const override { return {".ttl", ".rdf", ".owl", ".nt"}; }
    std::string_view help() const override {
        return "SKOS concepts or OWL classes: Turtle, RDF/XML (?language=en)";
    }
    bool recognises(const Source& source, std::string_view head) const override {
        const auto ending = source.path().extension();
        if (ending == ".txt" || ending == ".md") return false;
        const auto text = trimmed(head);
        return text.starts_with("@prefix ") ||
               (text.starts_with('<') &&
                head.find("http://www.w3.org/1999/02/22-rdf-syntax-ns#") != std::string_view::npos &&
                looksLikeXml(text));
    }

protected:
    Result<HierarchyDraft> understand(const Source& source, const std::string& text) const override {
        const std::string language = languageTag(source.option("language").value_or("en"));
        const auto names = source.choice("names", {"auto", "notation", "label", "iri"});
        if (!names) return names.error();
        if (auto other = otherSyntax(text, source.name); !other.cause.empty()) return other;
        ConceptScheme scheme(language, (uint64_t{64} << 20) + 32 * text.size());
        const StatementTaker take = [&](const RdfStatement& statement) { return scheme.take(statement); };
        const bool xml = looksLikeXml(text);
        if (auto done = xml ? readRdfXml(text, source.name, take) : readTurtle(text, source.name, take);
            !done)
            return done.error();
        const bool transitive = scheme.fallBackOnTransitive();
        auto draft = assemble(scheme, *names, source);
        if (!draft) return draft.error();
        if (transitive)
            draft->warnings.emplace_back(
                "only broaderTransitive and narrowerTransitive are stated: all pairs are edges");
        draft->details["syntax"] = xml ? "RDF/XML" : "Turtle";
        draft->details["language"] = language;
        draft->choices.insert(draft->choices.begin(), languageChoice(source, scheme, language));
        return draft;
    }

private:
    static Error otherSyntax(std::string_view text, const std::string& file) {
        const auto begin = trimmed(text);
        const auto head = begin.substr(0, 2000);
        const bool owlXml = head.starts_with('<') && head.find("<Ontology") != std::string_view::npos;
        const bool functional = begin.starts_with("Prefix(") || begin.starts_with("Ontology(");
        const bool manchester = begin.starts_with("Prefix:") || begin.starts_with("Ontology:");
        if (!owlXml && !functional && !manchester) return {};
        return inputError(fmt::format("is OWL in {} syntax", owlXml       ? "OWL/XML"
                                                             : functional ? "functional"
                                                                          : "Manchester"),
                          "save it as RDF/XML or Turtle (in Protege: File > Save as)", file + ":1");
    }

    static ReadingChoice languageChoice(const Source& source, const ConceptScheme& scheme,
                                        const std::string& language) {
        std::vector<std::string> there;
        for (const auto& [tag, count] : scheme.languages)
            if (!tag.empty()) there.push_back(tag);
        auto choice = choiceOf(source, "language", language, std::move(there));
        choice.isOpen = true;
        return choice;
    }

    static Result<HierarchyDraft> assemble(const ConceptScheme& scheme, const std::string& stated,
                                           const Source& source) {
        HierarchyDraft draft;
        std::vector<Node> nodes(scheme.concepts.size(), none);
        std::vector<const Concept*> kept;
        size_t deprecated = 0;
        for (size_t i = 0; i < nodes.size(); ++i) {
            const Concept& c = scheme.concepts[i];
            deprecated += c.isNode && c.isDeprecated;
            if (!c.isNode || c.isDeprecated) continue;
            nodes[i] = static_cast<Node>(kept.size());
            kept.push_back(&c);
            draft.texts.labels.push_back(c.label.empty() ? std::string(localName(c.iri)) : c.label);
            draft.texts.glosses.push_back(c.definition);
        }
        if (kept.empty())
            return inputError("holds no skos:Concept and no named class",
                              "give a concept scheme or an ontology", source.name);
        nameConcepts(draft, kept, stated, source);
        size_t lost = 0;
        for (const auto& edge : scheme.edges) {
            if (nodes[edge.parent] == none || nodes[edge.child] == none)
                ++lost;
            else
                draft.addEdge(nodes[edge.parent], nodes[edge.child], edge.line);
        }
        if (lost > 0)
            draft.warnings.push_back(fmt::format("{} edges of deprecated concepts were left out", lost));
        if (scheme.blankEdges > 0)
            draft.warnings.push_back(
                fmt::format("{} parents or children without a name (restrictions and the like) were left out",
                            scheme.blankEdges));
        draft.details.update({{"broader", scheme.broader},
                              {"narrower", scheme.narrower},
                              {"sub_class_of", scheme.subClass},
                              {"transitive", scheme.transitive},
                              {"top_concepts", scheme.topConcepts},
                              {"unnamed_skipped", scheme.blankEdges},
                              {"edges_to_thing_skipped", scheme.thingEdges},
                              {"deprecated_skipped", deprecated}});
        return draft;
    }

    /// A notation is what identifies a concept in its scheme; where one lacks it, labels name.
    static void nameConcepts(HierarchyDraft& draft, const std::vector<const Concept*>& concepts,
                             const std::string& stated, const Source& source) {
        std::unordered_set<std::string_view> notations;
        for (const Concept* c : concepts)
            if (!c->notation.empty()) notations.insert(c->notation);
        const bool allNoted = notations.size() == concepts.size();
        const auto by = stated == "iri"                ? NamedBy::Iri
                        : stated == "notation"         ? NamedBy::Notation
                        : stated == "auto" && allNoted ? NamedBy::Notation
                                                       : NamedBy::Label;
        const std::string value = by == NamedBy::Iri ? "iri" : by == NamedBy::Notation ? "notation" : "label";
        ConceptNames named(concepts, by);
        draft.names = std::move(named.names);
        draft.choices.push_back(choiceOf(source, "names", value, {"notation", "label", "iri"},
                                         allNoted ? "each concept has a notation of its own"
                                                  : "not every concept has a notation of its own"));
        draft.details["names"] = value;
        if (named.repeated > 0)
            draft.warnings.push_back(
                fmt::format("{} concepts share their {} with another one and are named by {}", named.repeated,
                            value, by == NamedBy::Label ? "it and the end of their IRI" : "their IRI"));
    }
};

HOROCYCLE_READER(SkosReader);

}  // namespace

}  // namespace horo
