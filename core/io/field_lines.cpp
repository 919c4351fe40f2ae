#include "core/io/field_lines.h"

#include <algorithm>

namespace horo {

namespace {

/// Whether a quoted field is open at the end of what was looked at.
class QuoteScan {
public:
    explicit QuoteScan(char separator) : separator_(separator) {}
    bool isOpen() const { return isOpen_; }
    /// Goes on behind the first `from` bytes.
    void go(std::string_view record, size_t from) {
        for (size_t i = from; i < record.size(); ++i) {
            const bool isQuote = record[i] == '"';
            if (isOpen_ && isQuote && i + 1 < record.size() && record[i + 1] == '"')
                ++i;
            else if (isOpen_ && isQuote)
                isOpen_ = false;
            else if (!isOpen_ && isQuote && isStart_)
                isOpen_ = true;
            isStart_ = !isOpen_ && record[i] == separator_;
        }
    }

private:
    char separator_;
    bool isOpen_ = false, isStart_ = true;
};

}  // namespace

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
    if (quotes_ && record.find('"') != std::string_view::npos) {
        const std::string opened = place();
        QuoteScan scan(separator_);
        for (scan.go(record, 0); scan.isOpen();) {
            const size_t have = record.size();
            if (lines_.extend(record)) {
                scan.go(record, have);
                continue;
            }
            if (lines_.blocks().isWhole())
                error_ = inputError("a quote that opens here is never closed", "close it, or double it: \"\"",
                                    opened);
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
