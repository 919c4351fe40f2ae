// Newick trees (Olsen 1990, "Newick's 8:45" tree format standard): quotes, comments, branch lengths.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/io/hierarchy_reader.h"
#include "core/io/path_tree.h"

namespace horo {

namespace {

/// Reads without recursion: depth costs memory only.
class NewickText {
public:
    NewickText(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {}

    struct Entry {
        uint32_t parent = PathTree::top;
        std::string name;
        size_t line = 0;
    };
    std::vector<Entry> nodes;  ///< parents before children
    size_t lengths = 0, comments = 0, trees = 0;

    Result<void> read() {
        for (auto more = skipBlank(); at_ < text_.size() || !more; more = skipBlank()) {
            if (!more) return more;
            if (auto tree = readTree(); !tree) return tree;
        }
        return trees > 0 ? Result<void>() : wrong("holds no tree");
    }

private:
    Error wrong(const std::string& cause) const {
        const auto line = 1 + std::ranges::count(text_.substr(0, at_), '\n');
        return inputError(fmt::format("{} (byte {})", cause, at_),
                          "write (A,B)name; with a quote around names that hold any of ()[]':;,",
                          fmt::format("{}:{}", file_, line));
    }
    char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    Result<void> skipBlank() {
        while (at_ < text_.size()) {
            if (std::isspace(static_cast<unsigned char>(text_[at_]))) {
                ++at_;
            } else if (text_[at_] == '[') {
                const size_t end = text_.find(']', at_);
                if (end == std::string_view::npos) return wrong("has a comment that is never closed");
                at_ = end + 1;
                ++comments;
            } else {
                break;
            }
        }
        return {};
    }

    /// A node begins: its number.
    uint32_t add() {
        line_ += static_cast<size_t>(std::ranges::count(text_.substr(counted_, at_ - counted_), '\n'));
        counted_ = at_;
        nodes.push_back({open_.empty() ? PathTree::top : open_.back(), {}, line_});
        return static_cast<uint32_t>(nodes.size() - 1);
    }

    Result<void> readTree() {
        open_.clear();
        bool expectsNode = true;
        while (true) {
            if (auto blank = skipBlank(); !blank) return blank;
            const char c = next();
            if (expectsNode && c == '(') {
                const uint32_t node = add();
                open_.push_back(node);
                ++at_;
            } else if (expectsNode) {
                if (auto named = readName(add()); !named) return named;
                expectsNode = false;
            } else if (c == ',' && !open_.empty()) {
                ++at_;
                expectsNode = true;
            } else if (c == ')' && !open_.empty()) {
                const uint32_t node = open_.back();
                open_.pop_back();
                ++at_;
                if (auto named = readName(node); !named) return named;
            } else if (c == ';' && open_.empty()) {
                ++at_;
                ++trees;
                return {};
            } else if (at_ == text_.size()) {
                return wrong(open_.empty() ? "ends without ;"
                                           : fmt::format("ends with {} open brackets", open_.size()));
            } else {
                return wrong(fmt::format("has a '{}' where it cannot stand", c));
            }
        }
    }

    /// The name and the length of a node, both optional.
    Result<void> readName(uint32_t node) {
        if (auto blank = skipBlank(); !blank) return blank;
        std::string& name = nodes[node].name;
        if (next() == '\'') {
            for (++at_;; ++at_) {
                if (at_ >= text_.size()) return wrong("has a quote that is never closed");
                if (text_[at_] == '\'' && (at_ + 1 >= text_.size() || text_[at_ + 1] != '\'')) break;
                if (text_[at_] == '\'') ++at_;
                name += text_[at_];
            }
            ++at_;
        } else {
            const size_t end = std::min(text_.find_first_of("()[]':;, \t\r\n", at_), text_.size());
            name = text_.substr(at_, end - at_);
            at_ = end;
        }
        if (auto blank = skipBlank(); !blank) return blank;
        if (next() != ':') return {};
        ++at_;
        if (auto blank = skipBlank(); !blank) return blank;
        double length = 0;
        const auto [stop, fault] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), length);
        if (fault != std::errc()) return wrong("has a ':' without a number behind it");
        at_ = static_cast<size_t>(stop - text_.data());
        ++lengths;
        return {};
    }

    std::string_view text_;
    std::string file_;
    size_t at_ = 0, counted_ = 0, line_ = 1;  ///< line_ = that of the byte counted_
    std::vector<uint32_t> open_;
};

class NewickReader final : public TextHierarchyReader {
public:
    std::string_view format() const override { return "newick"; }
    std::vector<std::string> endings() const override { return {".nwk", ".newick", ".tree"}; }
    std::string_view help() const override { return "Newick tree: (A,B)name;"; }

protected:
    Result<HierarchyDraft> understand(const Source& source, const std::string& text) const override {
        NewickText newick(text, source.name);
        if (auto done = newick.read(); !done) return done.error();
        PathTree tree;
        std::vector<uint32_t> made;
        size_t merged = 0;
        for (const auto& node : newick.nodes) {
            const size_t before = tree.size();
            const uint32_t parent = node.parent == PathTree::top ? PathTree::top : made[node.parent];
            made.push_back(node.name.empty() ? tree.unnamed(parent, node.line)
                                             : tree.child(parent, node.name, node.line));
            merged += tree.size() == before;
        }
        auto draft = tree.draft();
        if (!draft) return draft.error();
        if (merged > 0)
            draft->warnings.push_back(
                fmt::format("{} nodes have the name of a sibling and were taken as one with it", merged));
        draft->details = {{"trees", std::to_string(newick.trees)},
                          {"unnamed", fmt::format("{}, called node 1, node 2...", tree.unnamedCount())},
                          {"branch_lengths", fmt::format("{}, not used", newick.lengths)},
                          {"comments", std::to_string(newick.comments)}};
        return draft;
    }
};

HOROCYCLE_READER(NewickReader);

}  // namespace

}  // namespace horo
