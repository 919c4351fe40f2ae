// Texts: any file as its bytes, or the column `text` of a csv.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "core/base/file.h"
#include "core/io/delimited.h"
#include "core/io/reader.h"

namespace horo {

namespace {

/// The texts of a column `text`, with the column `id` as their names; none where there is no such column.
Result<std::optional<Text>> readColumn(const std::string& bytes, const std::string& place) {
    auto split = splitDelimited(bytes, ',');
    if (!split || split->lines.empty()) return std::optional<Text>();  // a file of bytes like any other
    const auto& head = split->lines.front().fields;
    const auto column = static_cast<size_t>(std::ranges::find(head, "text") - head.begin());
    const auto id = static_cast<size_t>(std::ranges::find(head, "id") - head.begin());
    if (column == head.size()) return std::optional<Text>();
    Text text;
    std::unordered_set<std::string> seen;
    for (size_t i = 1; i < split->lines.size(); ++i) {
        auto& line = split->lines[i];
        const std::string where = fmt::format("{}:{}", place, line.number);
        if (line.fields.size() != head.size())
            return inputError(
                fmt::format("has {} fields where the first line has {}", line.fields.size(), head.size()),
                "put texts with commas into double quotes", where);
        if (id < head.size()) {
            if (!seen.insert(line.fields[id]).second)
                return inputError(fmt::format("names the id '{}' again", line.fields[id]),
                                  "give each text its own id", where);
            text.names.push_back(line.fields[id]);
        }
        const uint64_t begin = text.bytes.size();
        text.bytes += line.fields[column];
        text.pieces.push_back({begin, text.bytes.size()});
        text.bytes += '\n';
    }
    return std::optional(std::move(text));
}

class TextReader final : public Reader {
public:
    std::string_view format() const override { return "text"; }
    std::vector<Kind> kinds() const override { return {Kind::Text}; }
    std::vector<std::string> endings() const override { return {".txt", ".md", ".text"}; }
    std::string_view help() const override { return "Text or bytes, line by line; csv with a column text"; }

    Result<Opened> read(const Source& source, Kind) const override {
        auto bytes = readFile(source.path());
        if (!bytes) return bytes.error();
        Opened opened;
        opened.origin.sha256 = sha256(*bytes);
        if (source.path().extension() == ".csv") {
            auto column = readColumn(*bytes, source.name);
            if (!column) return column.error();
            if (*column) {
                opened.payload = std::make_shared<const Text>(std::move(**column));
                return opened;
            }
        }
        opened.payload = std::make_shared<const Text>(Text::ofLines(std::move(*bytes)));
        return opened;
    }
};

HOROCYCLE_READER(TextReader);

}  // namespace

}  // namespace horo
