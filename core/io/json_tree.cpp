// Nested JSON: {"name", "children"}, or a list of such.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/io/path_tree.h"
#include "core/io/reader.h"

namespace horo {

namespace {

using nlohmann::json;

/// Takes the file event by event, so that depth costs memory, never the stack. A node is made when its name
/// is known; children that come before it wait.
class TreeEvents final : public nlohmann::json_sax<json> {
public:
    explicit TreeEvents(const std::string& file) : file_(file) {}
    Error error() const { return error_; }
    std::vector<std::pair<std::string, uint32_t>>
        nodes;  ///< name and parent's number, parents before children

    bool start_object(size_t) override {
        if (skipped_ == 0 && inValue() && open_.back().key == "children")
            return refuse("'children' is no list");
        if (inValue()) return skipInto();
        open_.push_back({static_cast<uint32_t>(nodes.size()), {}, false});
        const uint32_t parent = open_.size() > 1 ? open_[open_.size() - 2].node : PathTree::top;
        nodes.emplace_back(std::string(), parent);
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
            nodes[open_.back().node].first = text;
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
        error_ = inputError(cause, "write {\"name\": ..., \"children\": [...]}", file_);
        return false;
    }

    std::string file_;
    Error error_;
    std::vector<Open> open_;
    size_t skipped_ = 0;
};

class JsonTreeReader final : public Reader {
public:
    std::string_view format() const override { return "json"; }
    std::vector<Kind> kinds() const override { return {Kind::Hierarchy}; }
    std::vector<std::string> endings() const override { return {".json"}; }
    std::string_view help() const override { return "Nested JSON: {\"name\", \"children\"}"; }

    Result<Opened> read(const Source& source, Kind) const override {
        Opened opened;
        const auto text = readText(source, opened.origin);
        if (!text) return text.error();
        TreeEvents events(source.name);
        if (!json::sax_parse(*text, &events)) return events.error();
        PathTree tree;
        std::vector<uint32_t> made;
        size_t merged = 0;
        for (const auto& [name, parent] : events.nodes) {
            const size_t before = tree.size();
            made.push_back(tree.child(parent == PathTree::top ? parent : made[parent], name));
            merged += tree.size() == before;
        }
        auto hierarchy = tree.finish();
        if (!hierarchy) return hierarchy.error();
        if (merged > 0)
            opened.warnings.push_back(
                fmt::format("{} nodes have the name of a sibling and were taken as one with it", merged));
        opened.payload = *hierarchy;
        return opened;
    }
};

HOROCYCLE_READER(JsonTreeReader);

}  // namespace

}  // namespace horo
