// Nested JSON: {"name", "children"}, or a list of such.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "core/io/hierarchy_reader.h"
#include "core/io/path_tree.h"

namespace horo {

namespace {

using nlohmann::json;

/// The bytes of a text, telling how far they have been read: the parser does not say where it is.
struct CountedText {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    const char* at;
    const char** reached;

    reference operator*() const { return *at; }
    CountedText& operator++() {
        *reached = ++at;
        return *this;
    }
    CountedText operator++(int) {
        const auto before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountedText& other) const { return at == other.at; }
    bool operator!=(const CountedText& other) const { return at != other.at; }
};

/// Takes the file event by event, so that depth costs memory, never the stack. A node is made when its name
/// is known; children that come before it wait.
class TreeEvents final : public nlohmann::json_sax<json> {
public:
    /// `reached` = how far the text has been read.
    TreeEvents(std::string_view text, const char* const& reached, std::string file)
        : text_(text), reached_(reached), file_(std::move(file)) {}
    Error error() const { return error_; }
    struct Entry {
        std::string name;
        uint32_t parent;  ///< its number
        size_t line;
    };
    std::vector<Entry> nodes;  ///< parents before children

    bool start_object(size_t) override {
        if (skipped_ == 0 && inValue() && open_.back().key == "children")
            return refuse("'children' is no list");
        if (inValue()) return skipInto();
        open_.push_back({static_cast<uint32_t>(nodes.size()), {}, false});
        const uint32_t parent = open_.size() > 1 ? open_[open_.size() - 2].node : PathTree::top;
        nodes.push_back({{}, parent, line()});
        return true;
    }
    bool end_object() override {
        if (skipped_ > 0) return --skipped_, true;
        if (!open_.back().isNamed) return refuse("a node has no name");
        open_.pop_back();
        return true;
    }
    bool start_array(size_t) override {
        if (skipped_ > 0) return ++skipped_, true;
        if (!open_.empty() && open_.back().key != "children") return skipInto();
        if (!open_.empty()) open_.back().key.clear();
        return true;
    }
    bool end_array() override {
        if (skipped_ > 0) return --skipped_, true;
        return true;
    }
    bool key(string_t& name) override {
        if (skipped_ == 0) open_.back().key = name;
        return true;
    }
    bool string(string_t& text) override {
        if (skipped_ > 0) return true;
        if (open_.empty() || open_.back().key.empty()) return refuse("a child is no object");
        if (open_.back().key == "name") {
            nodes[open_.back().node].name = text;
            open_.back().isNamed = !text.empty();
        }
        if (open_.back().key == "children") return refuse("'children' is no list");
        open_.back().key.clear();
        return true;
    }
    bool null() override { return other(); }
    bool boolean(bool) override { return other(); }
    bool number_integer(number_integer_t) override { return other(); }
    bool number_unsigned(number_unsigned_t) override { return other(); }
    bool number_float(number_float_t, const string_t&) override { return other(); }
    bool binary(binary_t&) override { return other(); }
    bool parse_error(size_t byte, const std::string&, const nlohmann::detail::exception&) override {
        return refuse(fmt::format("is no JSON from byte {} on", byte));
    }

private:
    struct Open {
        uint32_t node;
        std::string key;
        bool isNamed;
    };
    /// The value of a key that says nothing about the tree.
    bool inValue() const { return skipped_ > 0 || (!open_.empty() && !open_.back().key.empty()); }
    bool skipInto() {
        if (skipped_++ == 0) open_.back().key.clear();
        return true;
    }
    bool other() {
        if (skipped_ > 0) return true;
        if (open_.empty() || open_.back().key.empty()) return refuse("a node is no object");
        if (open_.back().key == "name") return refuse("a name is no text");
        open_.back().key.clear();
        return true;
    }
    bool refuse(const std::string& cause) {
        error_ = inputError(cause, "write {\"name\": ..., \"children\": [...]}",
                            fmt::format("{}:{}", file_, line()));
        return false;
    }
    size_t line() {
        const size_t end = static_cast<size_t>(reached_ - text_.data());
        line_ += static_cast<size_t>(std::ranges::count(text_.substr(counted_, end - counted_), '\n'));
        counted_ = end;
        return line_;
    }

    std::string_view text_;
    const char* const& reached_;
    size_t counted_ = 0, line_ = 1;  ///< line_ = that of the byte counted_
    std::string file_;
    Error error_;
    std::vector<Open> open_;
    size_t skipped_ = 0;
};

class JsonTreeReader final : public TextHierarchyReader {
public:
    std::string_view format() const override { return "json"; }
    std::vector<std::string> endings() const override { return {".json"}; }
    std::string_view help() const override { return "Nested JSON: {\"name\", \"children\"}"; }

protected:
    Result<HierarchyDraft> understand(const Source& source, const std::string& text) const override {
        const char* reached = text.data();
        TreeEvents events(text, reached, source.name);
        const CountedText begin{text.data(), &reached}, end{text.data() + text.size(), &reached};
        if (!json::sax_parse(begin, end, &events)) return events.error();
        PathTree tree;
        std::vector<uint32_t> made;
        size_t merged = 0;
        for (const auto& node : events.nodes) {
            const size_t before = tree.size();
            made.push_back(tree.child(node.parent == PathTree::top ? node.parent : made[node.parent],
                                      node.name, node.line));
            merged += tree.size() == before;
        }
        if (made.empty()) return inputError("holds no node", "write {\"name\": ...}", source.name);
        auto draft = tree.draft();
        if (!draft) return draft.error();
        if (merged > 0)
            draft->warnings.push_back(
                fmt::format("{} nodes have the name of a sibling and were taken as one with it", merged));
        return draft;
    }
};

HOROCYCLE_READER(JsonTreeReader);

}  // namespace

}  // namespace horo
