#include "core/io/icd_codes.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/io/delimited.h"

namespace horo {

namespace {

constexpr size_t usualCategory = 3;
constexpr size_t rowsLookedAt = 200;
constexpr std::string_view dash = "\xE2\x80\x93";  // U+2013

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isPlainCode(std::string_view word) {
    size_t signs = 0, points = 0;
    bool digit = false;
    for (const char c : word) {
        if (c == '.')
            ++points;
        else if (isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
            ++signs;
        else
            return false;
        digit = digit || isDigit(c);
    }
    return digit && signs >= usualCategory && signs <= 10 && points <= 1 && word.front() != '.' &&
           word.back() != '.';
}

/// Where a range is parted, and by how many bytes.
std::pair<size_t, size_t> hyphenOf(std::string_view word) {
    if (const size_t at = word.find(dash); at != std::string_view::npos) return {at, dash.size()};
    return {word.find('-'), 1};
}

std::string upper(std::string_view word) {
    std::string key;
    for (const char c : word)
        if (c != '.') key += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return key;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

bool isCodeTitle(std::string_view field) {
    const std::string name = lower(withoutBlanks(field));
    return name.starts_with("icd") || name == "code" || name.ends_with("_code") || name.ends_with(" code");
}

Error noCode(std::string_view word, const std::string& file, size_t line) {
    return inputError(
        fmt::format("has '{}' where a code is needed", word.substr(0, 40)),
        "write a code such as A00.1 or a range such as A00-B99, a tab or spaces, and its description",
        fmt::format("{}:{}", file, line));
}

/// A comma or a tab parts fields where it follows a code or the title of its column.
IcdLayout layoutOf(std::string_view text) {
    IcdLayout layout;
    text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
    const std::string_view line = text.substr(0, text.find('\n'));
    if (isIcdOrderLine(line)) {
        layout.kind = IcdLayout::Kind::Order;
        return layout;
    }
    for (const char separator : {'\t', ',', ';'}) {
        const auto split = splitDelimited(line, separator);
        if (!split || split->lines.empty() || split->lines.front().fields.size() < 2) continue;
        const bool fits = separator == '\t' ||
                          std::ranges::any_of(split->lines.front().fields, [](const std::string& field) {
                              return isIcdCode(withoutBlanks(field)) || isCodeTitle(field);
                          });
        if (!fits) continue;
        layout.kind = IcdLayout::Kind::Fields;
        layout.separator = separator;
        break;
    }
    layout.header =
        layout.kind == IcdLayout::Kind::Words && isCodeTitle(line.substr(0, line.find_first_of(" \t\r")));
    return layout;
}

/// The column with the most different codes, and the two columns of text behind it.
void findColumns(const std::vector<DelimitedLine>& lines, IcdLayout& layout) {
    const auto& first = lines.front().fields;
    layout.header =
        std::ranges::none_of(first, [](const std::string& field) { return isIcdCode(withoutBlanks(field)); });
    const size_t begin = layout.header ? 1 : 0, end = std::min(lines.size(), begin + rowsLookedAt);
    size_t most = 0;
    for (size_t column = 0; column < first.size(); ++column) {
        std::set<std::string_view> codes;
        for (size_t i = begin; i < end; ++i)
            if (column < lines[i].fields.size() && isIcdCode(withoutBlanks(lines[i].fields[column])))
                codes.insert(lines[i].fields[column]);
        if (codes.size() > most) most = codes.size(), layout.code = column;
    }
    layout.label = std::string::npos;
    for (size_t column = layout.code + 1; column < first.size(); ++column) {
        const auto isText = [&](const DelimitedLine& line) {
            return column < line.fields.size() && withoutBlanks(line.fields[column]).size() > 3;
        };
        if (!std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                         lines.begin() + static_cast<std::ptrdiff_t>(end), isText))
            continue;
        if (layout.label == std::string::npos)
            layout.label = column;
        else if (layout.gloss == std::string::npos)
            layout.gloss = column;
    }
}

Result<std::vector<IcdCode>> readFields(std::string_view text, const std::string& file, IcdLayout& layout) {
    const auto split = splitDelimited(text, layout.separator);
    if (!split) return Error{split.error().cause, split.error().advice, file + ":" + split.error().place};
    std::vector<IcdCode> codes;
    if (split->lines.empty()) return codes;
    findColumns(split->lines, layout);
    for (size_t i = layout.header ? 1 : 0; i < split->lines.size(); ++i) {
        const auto& [fields, number] = split->lines[i];
        const auto field = [&, &all = fields](size_t column) {
            return column < all.size() ? withoutBlanks(all[column]) : std::string_view();
        };
        if (!isIcdCode(field(layout.code))) return noCode(field(layout.code), file, number);
        IcdCode code = icdCode(field(layout.code));
        code.label = field(layout.label);
        code.gloss = field(layout.gloss);
        code.line = number;
        codes.push_back(std::move(code));
    }
    return codes;
}

Result<IcdCode> readLine(std::string_view raw, const std::string& file, size_t number,
                         const IcdLayout& layout) {
    IcdCode code;
    if (layout.kind == IcdLayout::Kind::Order) {
        if (!isIcdOrderLine(raw))
            return inputError("is no line of an order file as the first one is",
                              "take the file as it was published", fmt::format("{}:{}", file, number));
        code = icdCode(withoutBlanks(raw.substr(6, 7)));
        code.label = withoutBlanks(raw.substr(16, 60));
        if (raw.size() > 77) code.gloss = withoutBlanks(raw.substr(77));
    } else {
        const auto line = withoutBlanks(raw);
        const size_t end = std::min(line.find_first_of(" \t"), line.size());
        if (!isIcdCode(line.substr(0, end))) return noCode(line.substr(0, end), file, number);
        code = icdCode(line.substr(0, end));
        code.label = withoutBlanks(line.substr(end));
    }
    code.line = number;
    return code;
}

}  // namespace

std::string_view withoutBlanks(std::string_view text) {
    const size_t start = text.find_first_not_of(" \t\r");
    if (start == std::string_view::npos) return {};
    return text.substr(start, text.find_last_not_of(" \t\r") - start + 1);
}

bool isIcdCode(std::string_view word) {
    const auto [at, bytes] = hyphenOf(word);
    if (at == std::string_view::npos) return isPlainCode(word);
    const auto first = word.substr(0, at), last = word.substr(at + bytes);
    return isPlainCode(first) && isPlainCode(last) && first.size() == last.size() &&
           first.find('.') == std::string_view::npos && last.find('.') == std::string_view::npos &&
           upper(first) <= upper(last);
}

IcdCode icdCode(std::string_view word) {
    IcdCode code;
    code.written = word;
    const auto [at, bytes] = hyphenOf(word);
    code.key = upper(word.substr(0, at));
    if (at != std::string_view::npos) {
        code.last = upper(word.substr(at + bytes));
        code.category = code.key.size();
    } else {
        const size_t point = word.find('.');
        code.category = point == std::string_view::npos ? usualCategory : std::max(point, usualCategory);
    }
    return code;
}

bool isIcdOrderLine(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line.size() > 16 && std::ranges::all_of(line.substr(0, 5), isDigit) && line[5] == ' ' &&
           isPlainCode(withoutBlanks(line.substr(6, 7)).empty() ? "-" : withoutBlanks(line.substr(6, 7))) &&
           line[13] == ' ' && (line[14] == '0' || line[14] == '1') && line[15] == ' ' &&
           (line.size() <= 76 || line[76] == ' ');
}

Result<std::vector<IcdCode>> readIcdCodes(std::string_view text, const std::string& file, IcdLayout& layout) {
    layout = layoutOf(text);
    if (layout.kind == IcdLayout::Kind::Fields) return readFields(text, file, layout);
    std::vector<IcdCode> codes;
    bool headerIsDue = layout.header;
    for (size_t number = 1, begin = 0; begin < text.size(); ++number) {
        const size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        begin = end + 1;
        if (withoutBlanks(line).empty() || std::exchange(headerIsDue, false)) continue;
        auto code = readLine(line, file, number, layout);
        if (!code) return code.error();
        codes.push_back(std::move(*code));
    }
    return codes;
}

}  // namespace horo
