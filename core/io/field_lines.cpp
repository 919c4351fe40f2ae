#include "core/io/field_lines.h"

#include <algorithm>

namespace horo {

bool FieldLines::next(std::vector<std::string_view>& fields) {
    std::string_view record;
    do
        if (!lines_.next(record)) {
            if (lines_.isTooLong())
                error_ = inputError("has a line of more than 64 MB", "give one row a line", place());
            return false;
        }
    while (record.find_first_not_of(" \t") == std::string_view::npos);
    number_ = lines_.number();
    fields.clear();
    if (record.find('"') != std::string_view::npos) {
        while (std::ranges::count(record, '"') % 2 != 0)
            if (!lines_.extend(record)) {
                if (!lines_.blocks().isWhole()) return false;
                error_ = inputError("a quote that opens here is never closed", "close it, or double it: \"\"",
                                    place());
                return false;
            }
        return splitQuoted(record, fields);
    }
    for (;;) {
        const size_t end = record.find(separator_);
        fields.push_back(record.substr(0, end));
        if (end == std::string_view::npos) return true;
        record.remove_prefix(end + 1);
    }
}

bool FieldLines::splitQuoted(std::string_view record, std::vector<std::string_view>& fields) {
    unquoted_.clear();
    std::vector<std::pair<size_t, size_t>>
        owned;  // field, text: views into texts come when none moves any more
    for (;;) {
        if (!record.starts_with('"')) {
            const size_t end = record.find(separator_);
            fields.push_back(record.substr(0, end));
            if (end == std::string_view::npos) break;
            record.remove_prefix(end + 1);
            continue;
        }
        std::string text;
        size_t at = 1;
        for (; at < record.size(); ++at)
            if (record[at] != '"')
                text += record[at];
            else if (at + 1 < record.size() && record[at + 1] == '"')
                text += record[at++];
            else
                break;
        // What follows a closing quote up to the separator belongs to the field as it is.
        const size_t behind = std::min(at + 1, record.size());
        const size_t end = record.find(separator_, behind);
        text += record.substr(behind, end == std::string_view::npos ? end : end - behind);
        owned.emplace_back(fields.size(), unquoted_.size());
        fields.emplace_back();
        unquoted_.push_back(std::move(text));
        if (end == std::string_view::npos) break;
        record.remove_prefix(end + 1);
    }
    for (const auto& [field, text] : owned)
        fields[field] = unquoted_[text];
    return true;
}

char separatorOf(std::string_view line) {
    size_t counts[3] = {0, 0, 0};
    constexpr std::string_view separators = "\t,;";
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') quoted = !quoted;
        if (const size_t which = separators.find(c); !quoted && which != std::string_view::npos)
            ++counts[which];
    }
    const auto most = std::ranges::max_element(counts);
    return *most == 0 ? ' ' : separators[static_cast<size_t>(most - counts)];
}

}  // namespace horo
