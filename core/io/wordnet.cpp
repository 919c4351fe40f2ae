// WordNet database files (wndb(5WN)): data.POS holds the synsets, index.POS the order of senses of a lemma.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <unordered_map>

#include "core/base/file.h"
#include "core/io/hierarchy_reader.h"

namespace horo {

namespace {

namespace fs = std::filesystem;

struct Synset {
    std::string lemma;  ///< first word, lower case
    std::string label;
    std::string gloss;
    std::vector<uint32_t> parents;  ///< offsets
};

struct Database {
    std::unordered_map<uint32_t, Synset> synsets;                   ///< by offset
    std::vector<uint32_t> order;                                    ///< offsets as in the file
    std::unordered_map<std::string, std::vector<uint32_t>> senses;  ///< lemma -> offsets, first sense first
};

/// Reads words parted by one space; nothing is copied.
class Words {
public:
    explicit Words(std::string_view line) : rest_(line) {}
    std::string_view next() {
        const size_t start = std::min(rest_.find_first_not_of(' '), rest_.size());
        rest_.remove_prefix(start);
        const size_t end = std::min(rest_.find(' '), rest_.size());
        const auto word = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return word;
    }
    std::optional<uint32_t> number(int base = 10) {
        const auto word = next();
        uint32_t value = 0;
        const auto [stop, fault] = std::from_chars(word.data(), word.data() + word.size(), value, base);
        if (fault != std::errc() || stop != word.data() + word.size() || word.empty()) return std::nullopt;
        return value;
    }

private:
    std::string_view rest_;
};

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

struct Edges {
    bool hypernym = true, instance = true;
    bool takes(std::string_view symbol) const {
        return (symbol == "@" && hypernym) || (symbol == "@i" && instance);
    }
};

/// One line of data.POS; false where it is not of that form.
bool parseSynset(std::string_view line, char part, const Edges& edges, Database& database) {
    const size_t bar = line.find(" | ");
    Words words(line.substr(0, bar));
    Synset synset;
    const auto offset = words.number();
    words.next();  // lexicographer file
    words.next();  // kind of synset
    const auto wordCount = words.number(16);
    if (!offset || !wordCount || *wordCount == 0) return false;
    for (uint32_t i = 0; i < *wordCount; ++i) {
        const auto word = words.next();
        if (word.empty()) return false;
        if (i == 0) {
            synset.lemma = lower(word);
            synset.label = word;
            std::ranges::replace(synset.label, '_', ' ');
        }
        words.next();  // sense in the lexicographer file
    }
    const auto pointerCount = words.number();
    if (!pointerCount) return false;
    for (uint32_t i = 0; i < *pointerCount; ++i) {
        const auto symbol = words.next();
        const auto target = words.number();
        const auto targetPart = words.next();
        if (!target || words.next().size() != 4) return false;
        if (edges.takes(symbol) && targetPart.size() == 1 && targetPart[0] == part)
            synset.parents.push_back(*target);
    }
    if (bar != std::string_view::npos) {
        std::string_view gloss = line.substr(bar + 3);
        gloss = gloss.substr(0, gloss.find("; \""));  // without the examples
        while (gloss.ends_with(' '))
            gloss.remove_suffix(1);
        synset.gloss = gloss;
    }
    database.order.push_back(*offset);
    return database.synsets.emplace(*offset, std::move(synset)).second;
}

/// One line of index.POS.
bool parseIndex(std::string_view line, Database& database) {
    Words words(line);
    const auto lemma = words.next();
    words.next();  // part of speech
    words.next();  // senses, counted again below
    const auto pointerCount = words.number();
    if (!pointerCount) return false;
    for (uint32_t i = 0; i < *pointerCount; ++i)
        if (words.next().empty()) return false;
    const auto senses = words.number();
    words.next();  // tagged senses
    if (!senses || lemma.empty()) return false;
    auto& offsets = database.senses[std::string(lemma)];
    for (uint32_t i = 0; i < *senses; ++i) {
        const auto offset = words.number();
        if (!offset) return false;
        offsets.push_back(*offset);
    }
    return true;
}

template <class Parse>
Result<void> parseLines(const std::string& text, const fs::path& path, Parse parse) {
    size_t number = 0;
    for (size_t start = 0; start < text.size();) {
        const size_t end = std::min(text.find('\n', start), text.size());
        std::string_view line(text.data() + start, end - start);
        start = end + 1;
        ++number;
        if (line.starts_with(' ') || line.empty()) continue;  // the licence
        if (!parse(line))
            return inputError("is not a line of a WordNet database",
                              "take the files of WordNet 3.0 or 3.1 as they are",
                              fmt::format("{}:{}", path.string(), number));
    }
    return {};
}

Result<fs::path> databaseFolder() {
    std::vector<fs::path> places;
    if (const char* folder = std::getenv("WNSEARCHDIR")) places.emplace_back(folder);
    if (const char* home = std::getenv("WNHOME")) places.push_back(fs::path(home) / "dict");
    places.emplace_back("/usr/share/wordnet");
    for (const auto& place : places) {
        std::error_code ignored;
        if (fs::exists(place / "data.noun", ignored)) return place;
    }
    return inputError("WordNet is not installed (no data.noun in /usr/share/wordnet)",
                      "install the package wordnet-base, or set WNSEARCHDIR to the folder of its files");
}

/// The nodes to keep: all with an edge of the chosen kinds, or `root` with everything below it.
std::vector<uint32_t> chooseNodes(const Database& database, std::optional<uint32_t> root) {
    std::unordered_map<uint32_t, std::vector<uint32_t>> children;
    std::unordered_map<uint32_t, bool> keep;
    for (const uint32_t offset : database.order)
        for (const uint32_t parent : database.synsets.at(offset).parents) {
            if (!database.synsets.contains(parent)) continue;
            children[parent].push_back(offset);
            if (!root) keep[parent] = keep[offset] = true;
        }
    if (root) {
        std::vector<uint32_t> open{*root};
        keep[*root] = true;
        while (!open.empty()) {
            const uint32_t offset = open.back();
            open.pop_back();
            for (const uint32_t child : children[offset])
                if (!std::exchange(keep[child], true)) open.push_back(child);
        }
    }
    std::vector<uint32_t> chosen;
    for (const uint32_t offset : database.order)
        if (keep.contains(offset)) chosen.push_back(offset);
    return chosen;
}

class WordNetReader final : public HierarchyReader {
public:
    std::string_view format() const override { return "wordnet"; }
    std::string_view help() const override { return "WordNet database folder (data.noun, index.noun)"; }

    bool recognises(const Source& source, std::string_view) const override {
        if (source.scheme == "wordnet") return true;
        std::error_code ignored;
        return source.isFolder() && (fs::exists(source.path() / "data.noun", ignored) ||
                                     fs::exists(source.path() / "data.verb", ignored));
    }

    Result<HierarchyDraft> draft(const Source& source, uint64_t) const override {
        const auto folder = source.scheme == "wordnet" ? databaseFolder() : Result<fs::path>(source.path());
        if (!folder) return folder.error();
        const bool named = source.scheme == "wordnet";
        const auto kinds = source.choice("edges", {"both", "hypernym", "instance"});
        if (!kinds) return kinds.error();
        std::error_code ignored;
        const bool nouns = fs::exists(*folder / "data.noun", ignored);
        auto part = source.choice("pos", nouns ? std::vector<std::string>{"noun", "verb"}
                                               : std::vector<std::string>{"verb", "noun"});
        if (!part) return part.error();
        std::string lemma = source.option("root").value_or("");
        if (named && (source.name == "noun" || source.name == "verb"))
            part = source.name;
        else if (named)
            lemma = source.name;
        if (named && source.name.empty())
            return usageError("'wordnet:' names nothing",
                              "write wordnet:noun, wordnet:verb or wordnet:LEMMA");
        auto made = build(*folder, *part, {*kinds != "instance", *kinds != "hypernym"}, lemma);
        if (!made) return made.error();
        made->choices = {choiceOf(source, "edges", *kinds, {"both", "hypernym", "instance"})};
        if (!named) {
            made->choices.push_back(choiceOf(source, "pos", *part, {"noun", "verb"}));
            made->choices.push_back(choiceOf(source, "root", lemma, {"", "mammal"}));
            made->choices.back().isOpen = true;
        }
        showRows(*made, {});
        return made;
    }

private:
    static Result<HierarchyDraft> build(const fs::path& folder, const std::string& part, const Edges& edges,
                                        std::string lemma) {
        const char letter = part == "noun" ? 'n' : 'v';
        const fs::path dataPath = folder / ("data." + part), indexPath = folder / ("index." + part);
        const auto data = readFile(dataPath);
        if (!data) return data.error();
        const auto index = readFile(indexPath);
        if (!index) return index.error();
        Database database;
        database.synsets.reserve(data->size() / 190);  // bytes a synset
        auto parsed = parseLines(*data, dataPath,
                                 [&](auto line) { return parseSynset(line, letter, edges, database); });
        if (!parsed) return parsed.error();
        parsed = parseLines(*index, indexPath, [&](auto line) { return parseIndex(line, database); });
        if (!parsed) return parsed.error();

        std::optional<uint32_t> root;
        if (!lemma.empty()) {
            lemma = lower(lemma);
            std::ranges::replace(lemma, ' ', '_');
            const auto found = database.senses.find(lemma);
            if (found == database.senses.end() || found->second.empty() ||
                !database.synsets.contains(found->second.front()))
                return inputError(fmt::format("WordNet has no {} '{}'", part, lemma),
                                  "check the spelling, or take wordnet:noun");
            root = found->second.front();
        }
        auto draft = assemble(database, chooseNodes(database, root), letter);
        draft.origin.sha256 =
            sha256OfFolder({{dataPath.filename(), sha256(*data)}, {indexPath.filename(), sha256(*index)}});
        draft.title = !root               ? (part == "noun" ? "WordNet nouns" : "WordNet verbs")
                      : lemma == "mammal" ? "Mammals of WordNet"
                                          : "WordNet: " + database.synsets.at(*root).label;
        draft.details = {{"edges", edges.hypernym && edges.instance ? "hypernym and instance hypernym"
                                   : edges.hypernym                 ? "hypernym"
                                                                    : "instance hypernym"},
                         {"folder", folder.string()}};
        return draft;
    }

    /// Names as in NLTK: first lemma, part of speech, two-digit sense.
    static HierarchyDraft assemble(const Database& database, const std::vector<uint32_t>& offsets,
                                   char letter) {
        std::unordered_map<uint32_t, Node> nodes;
        HierarchyDraft draft;
        for (const uint32_t offset : offsets) {
            const Synset& synset = database.synsets.at(offset);
            const auto senses = database.senses.find(synset.lemma);
            size_t sense = 0;
            if (senses != database.senses.end())
                sense =
                    static_cast<size_t>(std::ranges::find(senses->second, offset) - senses->second.begin()) +
                    1;
            nodes.emplace(offset, static_cast<Node>(draft.names.size()));
            draft.names.push_back(fmt::format("{}.{}.{:02}", synset.lemma, letter, sense));
            draft.texts.labels.push_back(synset.label);
            draft.texts.glosses.push_back(synset.gloss);
        }
        for (const uint32_t offset : offsets)
            for (const uint32_t parent : database.synsets.at(offset).parents)
                if (const auto found = nodes.find(parent); found != nodes.end())
                    draft.edges.push_back({found->second, nodes.at(offset)});
        return draft;
    }
};

HOROCYCLE_READER(WordNetReader);

}  // namespace

}  // namespace horo
