#include "core/io/hierarchy_draft.h"

namespace horo {

namespace {
constexpr size_t rowBytes = 160;
}

void showRows(HierarchyDraft& draft, std::string_view text) {
    const bool hasLines = !draft.edgeLines.empty();
    if (draft.rows.empty())
        for (size_t i = 0; i < draft.edges.size() && draft.wantsRows(); ++i)
            draft.addRow(hasLines ? draft.edgeLines[i] : 0,
                         draft.names[draft.edges[i].parent] + " > " + draft.names[draft.edges[i].child]);
    size_t last = 0;
    for (const auto& row : draft.rows)
        last = std::max(last, row.line);
    size_t begin = 0;
    for (size_t line = 1; line <= last && begin < text.size(); ++line) {
        const size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view written = text.substr(begin, end - begin);
        if (written.ends_with('\r')) written.remove_suffix(1);
        for (auto& row : draft.rows)
            if (row.line == line) row.text = shortened(written, rowBytes);
        begin = end + 1;
    }
    for (auto& row : draft.rows)
        row.became = shortened(row.became, rowBytes);
}

}  // namespace horo
