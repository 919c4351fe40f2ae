#include "core/io/hierarchy_draft.h"

namespace horo {

namespace {
constexpr size_t rowBytes = 160;
}

ReadingChoice choiceOf(const Source& source, std::string key, std::string value,
                       std::vector<std::string> alternatives, std::string why) {
    ReadingChoice choice{std::move(key), std::move(value), std::move(why), std::move(alternatives)};
    if (source.option(choice.key)) choice.by = "stated";
    if (std::ranges::find(choice.alternatives, choice.value) == choice.alternatives.end())
        choice.alternatives.insert(choice.alternatives.begin(), choice.value);
    return choice;
}

std::string shortened(std::string_view text, size_t bytes) {
    if (text.size() <= bytes) return std::string(text);
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    return std::string(text.substr(0, bytes)) + "...";
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
