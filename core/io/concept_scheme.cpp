#include "core/io/concept_scheme.h"

#include <fmt/format.h>

namespace horo {

namespace {

/// What a statement says to a hierarchy.
enum class Says {
    Type,
    Broader,
    Narrower,
    SubClass,
    BroaderTransitive,
    NarrowerTransitive,
    TopConceptOf,
    HasTopConcept,
    Label,
    Definition,
    Notation,
    Deprecated
};

struct Meaning {
    Says says;
    int rank = 0;  ///< of several labels or definitions, the one with the least counts
};

const std::unordered_map<std::string_view, Meaning>& meanings() {
    static const std::unordered_map<std::string_view, Meaning> all{
        {"http://www.w3.org/1999/02/22-rdf-syntax-ns#type", {Says::Type}},
        {"http://www.w3.org/2004/02/skos/core#broader", {Says::Broader}},
        {"http://www.w3.org/2004/02/skos/core#narrower", {Says::Narrower}},
        {"http://www.w3.org/2004/02/skos/core#broaderTransitive", {Says::BroaderTransitive}},
        {"http://www.w3.org/2004/02/skos/core#narrowerTransitive", {Says::NarrowerTransitive}},
        {"http://www.w3.org/2004/02/skos/core#topConceptOf", {Says::TopConceptOf}},
        {"http://www.w3.org/2004/02/skos/core#hasTopConcept", {Says::HasTopConcept}},
        {"http://www.w3.org/2000/01/rdf-schema#subClassOf", {Says::SubClass}},
        {"http://www.w3.org/2004/02/skos/core#prefLabel", {Says::Label, 0}},
        {"http://www.w3.org/2000/01/rdf-schema#label", {Says::Label, 1}},
        {"http://www.w3.org/2004/02/skos/core#definition", {Says::Definition, 0}},
        // the definition of OBO ontologies
        {"http://purl.obolibrary.org/obo/IAO_0000115", {Says::Definition, 1}},
        {"http://www.w3.org/2000/01/rdf-schema#comment", {Says::Definition, 2}},
        {"http://www.w3.org/2004/02/skos/core#notation", {Says::Notation}},
        // the id that a term of an OBO ontology has in .obo
        {"http://www.geneontology.org/formats/oboInOwl#id", {Says::Notation}},
        {"http://www.w3.org/2002/07/owl#deprecated", {Says::Deprecated}},
    };
    return all;
}

bool isClassOfNodes(std::string_view iri) {
    return iri == "http://www.w3.org/2004/02/skos/core#Concept" ||
           iri == "http://www.w3.org/2002/07/owl#Class" ||
           iri == "http://www.w3.org/2000/01/rdf-schema#Class";
}

constexpr std::string_view thing = "http://www.w3.org/2002/07/owl#Thing";

bool isEdge(Says says) {
    return says == Says::Broader || says == Says::Narrower || says == Says::SubClass ||
           says == Says::BroaderTransitive || says == Says::NarrowerTransitive;
}

}  // namespace

Result<void> ConceptScheme::take(const RdfStatement& statement) {
    const auto& [subject, predicate, object, line] = statement;
    const auto found = meanings().find(predicate);
    if (found == meanings().end()) return {};
    const Says says = found->second.says;
    const bool isTransitive = says == Says::BroaderTransitive || says == Says::NarrowerTransitive;
    const bool isDown = says == Says::Narrower || says == Says::NarrowerTransitive;
    if (isEdge(says)) {
        if (object.isIri() && object.value == thing) return ++thingEdges, Result<void>();
        if (!subject.isIri() || !object.isIri() || subject.value == thing)
            return ++blankEdges, Result<void>();
        const uint32_t s = index(subject.value), o = index(object.value);
        ++(isTransitive             ? transitive
           : says == Says::Broader  ? broader
           : says == Says::Narrower ? narrower
                                    : subClass);
        if (!isTransitive) concepts[s].isNode = concepts[o].isNode = true;
        addEdge(isTransitive ? transitiveEdges_ : edges, isDown ? s : o, isDown ? o : s, line);
    } else if (says == Says::HasTopConcept || says == Says::TopConceptOf) {
        const RdfTerm& top = says == Says::HasTopConcept ? object : subject;
        if (!top.isIri()) return {};
        ++topConcepts;
        concepts[index(top.value)].isNode = true;
    } else if (says == Says::Type) {
        if (subject.isIri() && subject.value != thing && object.isIri() && isClassOfNodes(object.value))
            concepts[index(subject.value)].isNode = true;
    } else if (subject.isIri() && object.kind == RdfTerm::Kind::Literal) {
        Concept& c = concepts[index(subject.value)];
        const int rank = found->second.rank;
        if (says == Says::Deprecated)
            c.isDeprecated = c.isDeprecated || object.value == "true" || object.value == "1";
        if (says == Says::Notation && c.notation.empty()) {
            c.notation = object.value;
            bytes_ += object.value.size();
        }
        if (says == Says::Label) {
            if (languages.size() < 1000) ++languages[object.language];
            keepBest(object, rank, c.label, c.labelRank);
        }
        if (says == Says::Definition) keepBest(object, rank, c.definition, c.definitionRank);
    }
    if (bytes_ > limit_)
        return inputError(fmt::format("grows to names of more than {} MB", limit_ >> 20),
                          "shorten the prefixes and entities of the file");
    return {};
}

bool ConceptScheme::fallBackOnTransitive() {
    if (!edges.empty() || transitiveEdges_.empty()) return false;
    edges = std::move(transitiveEdges_);
    for (const auto& edge : edges)
        concepts[edge.parent].isNode = concepts[edge.child].isNode = true;
    return true;
}

uint32_t ConceptScheme::index(const std::string& iri) {
    const auto [place, isNew] = indices_.emplace(iri, static_cast<uint32_t>(concepts.size()));
    if (isNew) {
        concepts.emplace_back().iri = iri;
        bytes_ += 2 * iri.size() + sizeof(Concept);
    }
    return place->second;
}

void ConceptScheme::addEdge(std::vector<Edge>& list, uint32_t parent, uint32_t child, size_t line) {
    auto& seen = &list == &edges ? seen_ : seenTransitive_;
    if (seen.insert(uint64_t{parent} << 32 | child).second) list.push_back({parent, child, line});
}

void ConceptScheme::keepBest(const RdfTerm& literal, int rank, std::string& text, int& best) {
    const auto& given = literal.language;
    const int byLanguage = given == language_                   ? 0
                           : given.starts_with(language_ + "-") ? 1
                           : given.empty()                      ? 2
                                                                : 3;
    // The language that is asked for counts for more than the property.
    const int all = byLanguage * 10 + rank;
    if (all >= best || literal.value.empty()) return;
    bytes_ += literal.value.size();
    text = literal.value;
    best = all;
}

}  // namespace horo
