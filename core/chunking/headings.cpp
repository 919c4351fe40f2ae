#include "core/chunking/headings.h"

#include <algorithm>
#include <charconv>

namespace horo {

namespace {

constexpr size_t longestTitle = 200;  ///< bytes; a longer line is a paragraph

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

struct Line {
    uint64_t begin = 0;
    std::string_view text;  ///< without its end
};

std::vector<Line> linesOf(std::string_view bytes) {
    std::vector<Line> lines;
    for (size_t at = 0; at < bytes.size();) {
        const size_t end = std::min(bytes.find('\n', at), bytes.size());
        lines.push_back({at, bytes.substr(at, end - at)});
        at = end + 1;
    }
    return lines;
}

/// How many of `mark` a line of at most three blanks and `mark` begins with.
size_t marksAtStart(std::string_view line, char mark) {
    const size_t first = line.find_first_not_of(' ');
    if (first == line.npos || first > 3) return 0;
    const size_t end = std::min(line.find_first_not_of(mark, first), line.size());
    return end - first;
}

std::vector<Heading> markdownHeadings(std::string_view bytes) {
    std::vector<Heading> headings;
    const auto lines = linesOf(bytes);
    char fence = 0;
    for (size_t i = 0; i < lines.size(); ++i) {
        const std::string_view line = lines[i].text, text = trimmed(line);
        for (const char mark : {'`', '~'})
            if (marksAtStart(line, mark) >= 3 && (fence == 0 || fence == mark)) fence = fence == 0 ? mark : 0;
        if (fence != 0 || text.empty()) continue;
        if (const size_t marks = marksAtStart(line, '#'); marks > 0) {
            std::string_view title = text.substr(marks);
            if (marks > 6 || (!title.empty() && !isBlank(title.front()))) continue;
            title = trimmed(title);
            if (const size_t last = title.find_last_not_of('#'); last == title.npos || isBlank(title[last]))
                title = trimmed(title.substr(0, last == title.npos ? 0 : last));
            headings.push_back({lines[i].begin, static_cast<int>(marks), std::string(title)});
            continue;
        }
        if (i + 1 == lines.size() || text.size() > longestTitle || line.starts_with("    ")) continue;
        const std::string_view below = trimmed(lines[i + 1].text);
        const bool follows = i > 0 && !trimmed(lines[i - 1].text).empty();
        for (const char mark : {'=', '-'})
            if (below.size() >= 2 && marksAtStart(lines[i + 1].text, mark) == below.size() && !follows &&
                text.find_first_not_of("=-") != text.npos)
                headings.push_back({lines[i].begin, mark == '=' ? 1 : 2, std::string(text)});
    }
    return headings;
}

/// The text without tags, blanks made one.
std::string withoutTags(std::string_view html) {
    std::string text;
    bool inTag = false;
    for (const char c : html) {
        if (c == '<') inTag = true;
        if (!inTag && (!isBlank(c) || (!text.empty() && text.back() != ' '))) text += isBlank(c) ? ' ' : c;
        if (c == '>') inTag = false;
    }
    return std::string(trimmed(text).substr(0, longestTitle));
}

/// The same with capitals made small, ASCII only.
std::string lowered(std::string_view bytes) {
    std::string text(bytes);
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::vector<Heading> htmlHeadings(std::string_view bytes) {
    constexpr std::pair<std::string_view, std::string_view> silent[] = {
        {"<!--", "-->"}, {"<script", "</script"}, {"<style", "</style"}};
    std::vector<Heading> headings;
    const std::string small = lowered(bytes);
    const std::string_view text = small;
    for (size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
        const auto hidden = std::ranges::find_if(
            silent, [&](const auto& pair) { return text.substr(at).starts_with(pair.first); });
        if (hidden != std::end(silent)) {
            at = text.find(hidden->second, at + 1);
            if (at == text.npos) break;
            continue;
        }
        if (at + 3 >= text.size() || text[at + 1] != 'h' || text[at + 2] < '1' || text[at + 2] > '6')
            continue;
        if (text[at + 3] != '>' && !isBlank(text[at + 3])) continue;
        const std::string closing = std::string("</h") + text[at + 2];
        const size_t inner = std::min(text.find('>', at), text.size() - 1) + 1;
        const size_t end = std::min(text.find(closing, inner), text.size());
        headings.push_back({at, text[at + 2] - '0',
                            withoutTags(bytes.substr(inner, std::min(end - inner, 10 * longestTitle)))});
    }
    return headings;
}

/// "2.1. " in front of a title, taken off; empty where there is none.
std::vector<int> numberOf(std::string_view& text) {
    std::vector<int> number;
    std::string_view rest = text;
    while (!rest.empty()) {
        int part = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), part);
        if (error != std::errc() || part < 0 || rest.front() == '-') break;
        number.push_back(part);
        rest.remove_prefix(static_cast<size_t>(end - rest.data()));
        if (rest.empty() || rest.front() != '.') break;
        rest.remove_prefix(1);
    }
    if (number.empty() || rest.empty() || !isBlank(rest.front())) return {};
    // A lone number needs its point: "1984 was a year" is no heading.
    if (number.size() == 1 && text[static_cast<size_t>(rest.data() - text.data()) - 1] != '.') return {};
    text = trimmed(rest);
    return number;
}

/// Whether a number comes next: one more at some depth of the last one, or the first below it.
bool follows(const std::vector<int>& last, const std::vector<int>& number) {
    if (number.size() > last.size() + 1) return false;
    const auto same = [&](size_t count) {
        return std::equal(number.begin(), number.begin() + static_cast<std::ptrdiff_t>(count), last.begin());
    };
    const size_t above = number.size() - 1;
    if (!same(above)) return false;
    return number.size() > last.size() ? number.back() <= 1 : number.back() == last[above] + 1;
}

std::vector<Heading> numberedHeadings(std::string_view bytes) {
    std::vector<Heading> headings;
    std::vector<int> last;
    bool behindEmpty = true;
    for (const Line& line : linesOf(bytes)) {
        std::string_view text = trimmed(line.text);
        const bool mayBegin = std::exchange(behindEmpty, text.empty());
        if (!mayBegin || text.empty() || text.size() > longestTitle) continue;
        const std::vector<int> number = numberOf(text);
        if (number.empty() || text.empty() || (text.front() >= 'a' && text.front() <= 'z')) continue;
        if (!follows(last, number)) continue;
        last = number;
        headings.push_back({line.begin, static_cast<int>(number.size()), std::string(text)});
    }
    return headings;
}

}  // namespace

std::vector<Heading> headingsOf(std::string_view bytes, HeadingStyle style) {
    switch (style) {
        case HeadingStyle::Markdown:
            return markdownHeadings(bytes);
        case HeadingStyle::Html:
            return htmlHeadings(bytes);
        default:
            return numberedHeadings(bytes);
    }
}

std::optional<HeadingStyle> headingStyleOf(std::string_view bytes) {
    for (const HeadingStyle style : {HeadingStyle::Html, HeadingStyle::Markdown, HeadingStyle::Numbered})
        if (!headingsOf(bytes, style).empty()) return style;
    return {};
}

}  // namespace horo
