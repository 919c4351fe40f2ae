// What the statements of RDF say of concepts and classes, gathered one by one.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/hierarchy/hierarchy.h"
#include "core/io/rdf.h"

namespace horo {

struct Concept {
    std::string iri, label, definition, notation;
    int labelRank = 1000, definitionRank = 1000;  ///< of several, the one with the least is kept
    bool isNode = false, isDeprecated = false;
};

class ConceptScheme {
public:
    /// `language` = of labels, lower case. Names grow by prefixes and entities, so all texts together may
    /// take `limit` bytes.
    ConceptScheme(std::string language, uint64_t limit) : language_(std::move(language)), limit_(limit) {}

    Result<void> take(const RdfStatement& statement);
    /// The transitive edges where there are no direct ones; whether it is so.
    bool fallBackOnTransitive();

    struct Edge {
        uint32_t parent, child;  ///< indices of concepts
        size_t line;
    };
    std::vector<Concept> concepts;
    std::vector<Edge> edges;                  ///< different ones: broader and narrower may say the same
    std::map<std::string, size_t> languages;  ///< of labels, with their number
    size_t broader = 0, narrower = 0, subClass = 0, transitive = 0, topConcepts = 0;
    size_t blankEdges = 0;  ///< whose one end has no name: restrictions and other expressions
    size_t thingEdges = 0;  ///< to owl:Thing

private:
    uint32_t index(const std::string& iri);
    void addEdge(std::vector<Edge>& list, uint32_t parent, uint32_t child, size_t line);
    void keepBest(const RdfTerm& literal, int rank, std::string& text, int& best);

    std::string language_;
    uint64_t limit_, bytes_ = 0;
    std::unordered_map<std::string, uint32_t> indices_;
    std::unordered_set<uint64_t> seen_, seenTransitive_;
    std::vector<Edge> transitiveEdges_;
};

}  // namespace horo
