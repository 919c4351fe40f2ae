// Code lists of the ICD, as CMS publishes ICD-10-CM (icd10cm_codes, icd10cm_order) and in tables. The
// hierarchy is in the codes: A00-B99 > A00-A09 > A00 > A00.0 > A00.00.
#include <fmt/format.h>

#include <algorithm>

#include "core/io/hierarchy_reader.h"
#include "core/io/icd_codes.h"

namespace horo {

namespace {

/// Ranges in the order in which they contain each other, then codes. What begins a code stands before it.
bool before(const IcdCode& a, const IcdCode& b) {
    if (a.isRange() != b.isRange()) return a.isRange();
    if (a.isRange() && a.key == b.key) return a.last > b.last;
    return a.key < b.key;
}

bool same(const IcdCode& a, const IcdCode& b) {
    return a.key == b.key && a.last == b.last;
}

/// The categories, and every code that several of the list begin with, where the list lacks them: a list of
/// billable codes has only the leaves. X fills empty places of a code and ends none. `codes` are sorted and
/// no ranges.
std::vector<IcdCode> missingCodes(const std::vector<IcdCode>& codes, bool hasPoints) {
    std::vector<std::pair<std::string, size_t>> keys;  // with the length of their category
    for (size_t i = 0; i < codes.size(); ++i) {
        const std::string& key = codes[i].key;
        const size_t category = codes[i].category;
        keys.emplace_back(key.substr(0, category), category);
        if (i == 0) continue;
        const auto [end, other] = std::ranges::mismatch(key, codes[i - 1].key);
        std::string shared(key.begin(), end);
        while (shared.size() > category && shared.back() == 'X')
            shared.pop_back();
        if (shared.size() > category) keys.emplace_back(std::move(shared), category);
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end(),
                           [](const auto& a, const auto& b) { return a.first == b.first; }),
               keys.end());
    std::vector<IcdCode> missing;
    for (auto& [key, category] : keys) {
        const auto at = std::ranges::lower_bound(codes, key, {}, &IcdCode::key);
        if (at != codes.end() && at->key == key) continue;
        IcdCode code;
        code.key = code.written = key;
        code.category = category;
        if (hasPoints && key.size() > category) code.written.insert(category, ".");
        missing.push_back(std::move(code));
    }
    return missing;
}

class IcdReader final : public TextHierarchyReader {
public:
    std::string_view format() const override { return "icd"; }
    std::string_view help() const override { return "ICD code list: order file, codes and texts, table"; }
    bool readsLineByLine() const override { return true; }
    /// The columns of the order file are like nothing else.
    bool recognises(const Source&, std::string_view head) const override {
        const size_t end = head.find('\n');
        if (end == std::string_view::npos || !isIcdOrderLine(head.substr(0, end))) return false;
        const size_t second = head.find('\n', end + 1);
        return second == std::string_view::npos || isIcdOrderLine(head.substr(end + 1, second - end - 1));
    }

protected:
    Result<HierarchyDraft> understand(const Source& source, const std::string& text) const override {
        IcdLayout layout;
        auto codes = readIcdCodes(text, source.name, layout);
        if (!codes) return codes.error();
        if (codes->empty())
            return inputError("holds no code", "write a code, a tab or spaces, and its description",
                              source.name);
        const size_t listed = codes->size();
        HierarchyDraft draft = assemble(std::move(*codes));
        draft.details.update({{"codes", listed},
                              {"header", layout.header ? "yes" : "no"},
                              {"layout", layoutName(layout)},
                              {"parents",
                               "the longest code that a code begins with, above categories the "
                               "smallest range that holds them"}});
        if (layout.kind == IcdLayout::Kind::Fields) draft.details["code_column"] = layout.code + 1;
        return draft;
    }

private:
    static std::string_view layoutName(const IcdLayout& layout) {
        if (layout.kind == IcdLayout::Kind::Order) return "order file with short and long descriptions";
        if (layout.kind == IcdLayout::Kind::Words) return "a code and its description a line";
        return layout.separator == '\t'  ? "table parted by tabs"
               : layout.separator == ',' ? "table parted by commas"
                                         : "table parted by semicolons";
    }

    static HierarchyDraft assemble(std::vector<IcdCode> codes) {
        HierarchyDraft draft;
        const bool hasPoints = std::ranges::any_of(
            codes, [](const IcdCode& code) { return code.written.find('.') != std::string::npos; });
        std::stable_sort(codes.begin(), codes.end(), before);
        const auto end = std::unique(codes.begin(), codes.end(), same);
        if (const auto again = codes.end() - end; again > 0) {
            draft.warnings.push_back(
                fmt::format("{} codes stand twice: the first description counts", again));
            codes.erase(end, codes.end());
        }
        const auto firstCode = std::ranges::find_if(codes, [](const IcdCode& c) { return !c.isRange(); });
        const std::vector<IcdCode> ranges(std::make_move_iterator(codes.begin()),
                                          std::make_move_iterator(firstCode));
        codes.erase(codes.begin(), firstCode);
        auto missing = missingCodes(codes, hasPoints);
        if (!missing.empty())
            draft.warnings.push_back(
                fmt::format("{} codes above the listed ones are not in the list and were added (first: {})",
                            missing.size(), missing.front().written));
        draft.details["added_codes"] = missing.size();
        draft.details["ranges"] = ranges.size();
        draft.details["points"] = hasPoints ? "yes" : "no";
        std::move(missing.begin(), missing.end(), std::back_inserter(codes));
        std::sort(codes.begin(), codes.end(), before);
        addRanges(draft, ranges);
        addCodes(draft, ranges, codes);
        return draft;
    }

    static void addNode(HierarchyDraft& draft, const IcdCode& code) {
        draft.names.push_back(code.written);
        draft.texts.labels.push_back(code.label.empty() ? code.written : code.label);
        draft.texts.glosses.push_back(code.gloss);
    }

    /// `ranges` are sorted: each follows those that hold it.
    static void addRanges(HierarchyDraft& draft, const std::vector<IcdCode>& ranges) {
        std::vector<Node> above;
        for (Node v = 0; v < ranges.size(); ++v) {
            addNode(draft, ranges[v]);
            while (!above.empty() && ranges[above.back()].last < ranges[v].last)
                above.pop_back();
            if (!above.empty()) draft.addEdge(above.back(), v, ranges[v].line);
            above.push_back(v);
        }
    }

    static void addCodes(HierarchyDraft& draft, const std::vector<IcdCode>& ranges,
                         const std::vector<IcdCode>& codes) {
        const Node first = static_cast<Node>(ranges.size());
        std::vector<Node> above;   // codes that the last one begins with
        std::vector<Node> around;  // ranges that hold the last category
        size_t next = 0;
        for (Node i = 0; i < codes.size(); ++i) {
            const IcdCode& code = codes[i];
            addNode(draft, code);
            while (!above.empty() && !code.key.starts_with(codes[above.back()].key))
                above.pop_back();
            const auto category = code.categoryKey();
            for (; next < ranges.size() && ranges[next].key <= category; ++next)
                around.push_back(static_cast<Node>(next));
            while (!around.empty() && ranges[around.back()].last < category)
                around.pop_back();
            if (!above.empty())
                draft.addEdge(first + above.back(), first + i, code.line);
            else if (!around.empty())
                draft.addEdge(around.back(), first + i, code.line);
            above.push_back(i);
        }
    }
};

HOROCYCLE_READER(IcdReader);

}  // namespace

}  // namespace horo
