// RDF/XML (W3C, RDF 1.1 XML Syntax): node elements and property elements in turn, over expat's events.
// Expat 2.5 declares the bound on entities only for those who say that it was built with DTDs, as Debian's
// is.
#ifndef XML_DTD
#define XML_DTD
#endif
#include <expat.h>
#include <fmt/format.h>

#include <memory>
#include <new>
#include <stdexcept>
#include <vector>

#include "core/io/rdf.h"

namespace horo {

namespace {

constexpr size_t depthLimit = 10'000;
constexpr float amplification =
    16;  ///< of a file over 8 MB by its entities; &owl;Thing grows to 6 times itself
constexpr std::string_view rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view xml = "http://www.w3.org/XML/1998/namespace";

/// What an open element is.
struct Element {
    enum class Kind { Document, Node, Property, Collection, Ignored };
    Kind kind = Kind::Document;
    RdfTerm subject;        ///< of a node; of a property, the node's
    std::string predicate;  ///< of a property
    std::string text;       ///< of a property
    bool hasObject = false;
    std::string language;
    std::shared_ptr<const std::string> base;
};

class RdfXmlParser {
public:
    explicit RdfXmlParser(const StatementTaker& take)
        : take_(take), parser_(XML_ParserCreateNS("UTF-8", '\0'), XML_ParserFree) {
        if (!parser_) throw std::bad_alloc();
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(
            parser_.get(),
            [](void* self, const XML_Char* name, const XML_Char** attributes) {
                guarded(self, [&](RdfXmlParser& p) { p.start(name, attributes); });
            },
            [](void* self, const XML_Char*) { guarded(self, [](RdfXmlParser& p) { p.end(); }); });
        XML_SetNamespaceDeclHandler(
            parser_.get(),
            [](void* self, const XML_Char*, const XML_Char* iri) {
                guarded(self, [&](RdfXmlParser& p) {
                    if (iri && std::string_view(iri).size() > longestPrefix)
                        p.fault_ = inputError(
                            fmt::format("has a namespace of more than {} characters", longestPrefix),
                            "shorten it");
                });
            },
            nullptr);
        XML_SetSkippedEntityHandler(parser_.get(), [](void* self, const XML_Char* name, int isParameter) {
            if (isParameter) return;
            guarded(self, [&](RdfXmlParser& p) {
                p.fault_ = inputError(fmt::format("uses the entity {}, which is declared in another file",
                                                  std::string_view(name).substr(0, 60)),
                                      "nothing outside the file is loaded: declare it in the file");
            });
        });
        XML_SetBillionLaughsAttackProtectionMaximumAmplification(parser_.get(), amplification);
        XML_SetCharacterDataHandler(parser_.get(), [](void* self, const XML_Char* text, int length) {
            guarded(self, [&](RdfXmlParser& p) {
                if (!p.open_.empty() && p.open_.back().kind == Element::Kind::Property)
                    p.open_.back().text.append(text, static_cast<size_t>(length));
            });
        });
    }

    Result<void> parse(std::string_view text, const std::string& file) {
        constexpr size_t step = size_t{1} << 20;  // expat counts in int
        for (bool last = false; !last;) {
            const auto part = text.substr(0, step);
            text.remove_prefix(part.size());
            last = text.empty();
            if (XML_Parse(parser_.get(), part.data(), static_cast<int>(part.size()), last) == XML_STATUS_OK)
                continue;
            const auto where = fmt::format("{}:{}", file, XML_GetCurrentLineNumber(parser_.get()));
            if (noMemory_) throw std::bad_alloc();
            if (!fault_.cause.empty()) return inputError(fault_.cause, fault_.advice, where);
            return notXml(where);
        }
        return {};
    }

private:
    using Kind = Element::Kind;

    Error notXml(const std::string& where) const {
        switch (const auto code = XML_GetErrorCode(parser_.get()); code) {
            case XML_ERROR_NO_MEMORY:
                throw std::bad_alloc();
            case XML_ERROR_AMPLIFICATION_LIMIT_BREACH:
                return inputError("declares entities that grow without measure",
                                  "write out what they stand for", where);
            case XML_ERROR_NO_ELEMENTS:
            case XML_ERROR_UNCLOSED_TOKEN:
                return inputError(fmt::format("is no whole XML: {}", XML_ErrorString(code)),
                                  "the file is cut off: make it again", where);
            default:
                return inputError(fmt::format("is no XML: {}", XML_ErrorString(code)),
                                  "take the file as it was published", where);
        }
    }

    /// Exceptions must not pass through expat.
    template <class Body>
    static void guarded(void* self, Body body) {
        auto& parser = *static_cast<RdfXmlParser*>(self);
        try {
            if (parser.fault_.cause.empty() && !parser.noMemory_) body(parser);
        } catch (const std::bad_alloc&) {
            parser.noMemory_ = true;
        } catch (const std::length_error&) {
            parser.noMemory_ = true;
        }
        if (parser.noMemory_ || !parser.fault_.cause.empty()) XML_StopParser(parser.parser_.get(), XML_FALSE);
    }

    void tell(const RdfTerm& subject, const std::string& predicate, const RdfTerm& object) {
        if (!fault_.cause.empty()) return;
        const auto line = static_cast<size_t>(XML_GetCurrentLineNumber(parser_.get()));
        if (auto taken = take_({subject, predicate, object, line}); !taken) fault_ = taken.error();
    }
    RdfTerm freshBlank() { return {RdfTerm::Kind::Blank, fmt::format("[]{}", ++blanks_), {}}; }

    void start(std::string_view name, const XML_Char** attributes) {
        if (open_.size() >= depthLimit) {
            fault_ = inputError(fmt::format("nests more than {} elements", depthLimit),
                                "write descriptions one after the other, not inside each other");
            return;
        }
        Element element;
        if (!open_.empty()) {
            element.language = open_.back().language;
            element.base = open_.back().base;
        } else {
            element.base = std::make_shared<const std::string>();
        }
        const auto attribute = [&](std::string_view space, std::string_view local) -> const char* {
            for (const XML_Char** a = attributes; *a; a += 2)
                if (std::string_view(*a).starts_with(space) &&
                    std::string_view(*a).substr(space.size()) == local)
                    return a[1];
            return nullptr;
        };
        if (const char* language = attribute(xml, "lang")) element.language = languageTag(language);
        if (const char* base = attribute(xml, "base")) {
            element.base = std::make_shared<const std::string>(resolveIri(*element.base, base));
            if (element.base->size() > longestPrefix) {
                fault_ = inputError(fmt::format("has a base of more than {} characters", longestPrefix),
                                    "shorten it");
                return;
            }
        }

        const Kind outer = open_.empty() ? Kind::Document : open_.back().kind;
        if (outer == Kind::Ignored)
            element.kind = Kind::Ignored;
        else if (open_.empty() && name.starts_with(rdf) && name.substr(rdf.size()) == "RDF")
            element.kind = Kind::Document;
        else if (outer == Kind::Node)
            startProperty(element, name, attributes, attribute);
        else
            startNode(element, name, attributes, attribute);
        open_.push_back(std::move(element));
    }

    template <class Attribute>
    void startNode(Element& element, std::string_view name, const XML_Char** attributes,
                   const Attribute& attribute) {
        element.kind = Kind::Node;
        if (const char* about = attribute(rdf, "about"))
            element.subject = RdfTerm::iri(resolveIri(*element.base, about));
        else if (const char* id = attribute(rdf, "ID"))
            element.subject = RdfTerm::iri(resolveIri(*element.base, std::string("#") + id));
        else if (const char* label = attribute(rdf, "nodeID"))
            element.subject = {RdfTerm::Kind::Blank, label, {}};
        else
            element.subject = freshBlank();
        if (!open_.empty() && open_.back().kind == Kind::Property) {
            open_.back().hasObject = true;
            tell(open_.back().subject, open_.back().predicate, element.subject);
        }
        if (!(name.starts_with(rdf) && name.substr(rdf.size()) == "Description"))
            tell(element.subject, std::string(rdf) + "type", RdfTerm::iri(std::string(name)));
        propertyAttributes(element, element.subject, attributes);
    }

    template <class Attribute>
    void startProperty(Element& element, std::string_view name, const XML_Char** attributes,
                       const Attribute& attribute) {
        element.kind = Kind::Property;
        element.subject = open_.back().subject;
        element.predicate = name;
        const std::string_view type = attribute(rdf, "parseType") ? attribute(rdf, "parseType") : "";
        if (const char* resource = attribute(rdf, "resource")) {
            giveObject(element, RdfTerm::iri(resolveIri(*element.base, resource)), attributes);
        } else if (const char* label = attribute(rdf, "nodeID")) {
            giveObject(element, {RdfTerm::Kind::Blank, label, {}}, attributes);
        } else if (type == "Resource") {
            const RdfTerm object = freshBlank();
            giveObject(element, object, attributes);
            element.kind = Kind::Node;
            element.subject = object;
        } else if (type == "Collection") {
            giveObject(element, freshBlank(), attributes);
            element.kind = Kind::Collection;
        } else if (!type.empty()) {
            element.kind = Kind::Ignored;  // XML as a literal
        } else if (hasPropertyAttributes(attributes)) {
            giveObject(element, freshBlank(), attributes);
        }
    }

    void giveObject(Element& element, const RdfTerm& object, const XML_Char** attributes) {
        element.hasObject = true;
        tell(element.subject, element.predicate, object);
        propertyAttributes(element, object, attributes);
    }

    static bool isProperty(std::string_view name) {
        if (name.starts_with(rdf)) return name.substr(rdf.size()) == "type";
        return !name.starts_with(xml) && name.find(':') != std::string_view::npos;
    }
    static bool hasPropertyAttributes(const XML_Char** attributes) {
        for (const XML_Char** a = attributes; *a; a += 2)
            if (isProperty(*a)) return true;
        return false;
    }
    void propertyAttributes(const Element& element, const RdfTerm& subject, const XML_Char** attributes) {
        for (const XML_Char** a = attributes; *a; a += 2) {
            if (!isProperty(*a)) continue;
            if (std::string_view(*a).starts_with(rdf))
                tell(subject, *a, RdfTerm::iri(resolveIri(*element.base, a[1])));
            else
                tell(subject, *a, {RdfTerm::Kind::Literal, a[1], element.language});
        }
    }

    void end() {
        const Element& element = open_.back();
        if (element.kind == Kind::Property && !element.hasObject)
            tell(element.subject, element.predicate,
                 {RdfTerm::Kind::Literal, element.text, element.language});
        open_.pop_back();
    }

    const StatementTaker& take_;
    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
    std::vector<Element> open_;
    size_t blanks_ = 0;
    Error fault_;
    bool noMemory_ = false;
};

}  // namespace

Result<void> readRdfXml(std::string_view text, const std::string& file, const StatementTaker& take) {
    return RdfXmlParser(take).parse(text, file);
}

}  // namespace horo
