// OBO ontologies (OBO Flat File Format 1.4): terms that are not obsolete, by is_a and chosen relationships.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

#include "core/io/hierarchy_reader.h"

namespace horo {

namespace {

struct Term {
    struct Parent {
        std::string relationship, id;
        size_t line;
    };
    std::string id, name, gloss;
    std::vector<Parent> parents;
    bool isObsolete = false;
    size_t line = 0;  ///< of its [Term]
};

/// The text without `! comment`, `{modifiers}` and blanks at its ends, escapes undone.
std::string valueOf(std::string_view text) {
    std::string value;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            ++i;
            value += text[i] == 'n' ? '\n' : text[i] == 't' ? '\t' : text[i] == 'W' ? ' ' : text[i];
        } else if (text[i] == '!' || text[i] == '{') {
            break;
        } else {
            value += text[i];
        }
    }
    const size_t first = value.find_first_not_of(" \t"), last = value.find_last_not_of(" \t");
    return first == std::string::npos ? "" : value.substr(first, last - first + 1);
}

/// What stands between the first two quotes that are not escaped.
std::string quotedOf(std::string_view text) {
    const size_t begin = text.find('"');
    if (begin == std::string_view::npos) return valueOf(text);
    std::string value;
    for (size_t i = begin + 1; i < text.size() && text[i] != '"'; ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) ++i;
        value += text[i];
    }
    return value;
}

void take(Term& term, std::string_view tag, std::string_view text, size_t line) {
    if (tag == "id") term.id = valueOf(text);
    if (tag == "name") term.name = valueOf(text);
    if (tag == "def") term.gloss = quotedOf(text);
    if (tag == "is_obsolete") term.isObsolete = valueOf(text) == "true";
    if (tag == "is_a") term.parents.push_back({"is_a", valueOf(text), line});
    if (tag != "relationship") return;
    const std::string value = valueOf(text);
    const size_t blank = value.find(' ');
    if (blank != std::string::npos)
        term.parents.push_back({value.substr(0, blank), value.substr(blank + 1), line});
}

Result<std::vector<Term>> termsOf(const std::string& text, const std::string& file) {
    std::vector<Term> terms;
    bool inTerm = false;
    size_t number = 0, start = 0;
    const auto check = [&]() -> Result<void> {
        if (inTerm && terms.back().id.empty())
            return inputError("has a [Term] without an id", "give it a line 'id: ...'",
                              fmt::format("{}:{}", file, start));
        return {};
    };
    for (size_t begin = 0; begin < text.size();) {
        ++number;
        const size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line(text.data() + begin, end - begin);
        if (line.ends_with('\r')) line.remove_suffix(1);
        begin = end + 1;
        if (line.starts_with('[')) {
            if (auto whole = check(); !whole) return whole.error();
            inTerm = line.starts_with("[Term]");
            start = number;
            if (inTerm) terms.emplace_back().line = number;
        } else if (const size_t colon = line.find(':'); inTerm && colon != std::string_view::npos) {
            take(terms.back(), line.substr(0, colon), line.substr(colon + 1), number);
        }
    }
    if (auto whole = check(); !whole) return whole.error();
    if (terms.empty()) return inputError("holds no [Term]", "give an OBO file with terms", file);
    return terms;
}

class OboReader final : public TextHierarchyReader {
public:
    std::string_view format() const override { return "obo"; }
    std::vector<std::string> endings() const override { return {".obo"}; }
    std::string_view help() const override { return "OBO ontology (?edges=is_a+part_of)"; }

    bool readsLineByLine() const override { return true; }

protected:
    Result<HierarchyDraft> understand(const Source& source, const std::string& text) const override {
        auto terms = termsOf(text, source.name);
        if (!terms) return terms.error();
        const size_t all = terms->size();
        std::set<std::string> offered{"is_a"};
        for (const auto& term : *terms)
            for (const auto& parent : term.parents)
                if (parent.relationship != "is_a") offered.insert("is_a+" + parent.relationship);
        std::erase_if(*terms, [](const Term& term) { return term.isObsolete; });
        const std::string option = source.option("edges").value_or("is_a");
        const auto wanted = wantedEdges(option);
        auto draft = assemble(*terms, wanted, source.name);
        if (!draft) return draft.error();
        draft->choices = {choiceOf(source, "edges", option, {offered.begin(), offered.end()})};
        draft->choices.front().isOpen = true;
        draft->details = {{"edges", fmt::format("{}", fmt::join(wanted, ", "))},
                          {"obsolete", fmt::format("{} terms left out", all - terms->size())}};
        return draft;
    }

private:
    static std::set<std::string> wantedEdges(const std::string& option) {
        std::set<std::string> names;
        for (size_t begin = 0; begin <= option.size();) {
            const size_t end = std::min(option.find_first_of("+ ", begin), option.size());
            if (end > begin) names.insert(option.substr(begin, end - begin));
            begin = end + 1;
        }
        return names;
    }

    static Result<HierarchyDraft> assemble(const std::vector<Term>& terms,
                                           const std::set<std::string>& wanted, const std::string& file) {
        std::unordered_map<std::string_view, Node> rows;
        HierarchyDraft draft;
        for (const auto& term : terms) {
            if (!rows.emplace(term.id, static_cast<Node>(draft.names.size())).second)
                return inputError(fmt::format("defines the term {} twice", term.id),
                                  "give each term its own id", fmt::format("{}:{}", file, term.line));
            draft.names.push_back(term.id);
            draft.texts.labels.push_back(term.name.empty() ? term.id : term.name);
            draft.texts.glosses.push_back(term.gloss);
        }
        size_t outside = 0;
        for (const auto& term : terms)
            for (const auto& parent : term.parents) {
                if (!wanted.contains(parent.relationship)) continue;
                if (const auto found = rows.find(parent.id); found != rows.end())
                    draft.addEdge(found->second, rows.at(term.id), parent.line);
                else
                    ++outside;
            }
        if (outside > 0)
            draft.warnings.push_back(fmt::format(
                "{} edges lead to terms that are obsolete or not in the file and were left out", outside));
        return draft;
    }
};

HOROCYCLE_READER(OboReader);

}  // namespace

}  // namespace horo
