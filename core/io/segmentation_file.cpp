#include "core/io/segmentation_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "core/base/file.h"
#include "core/io/json_text.h"
#include "core/io/reader.h"

namespace horo {

using nlohmann::json;

namespace {

struct Span {
    uint64_t level = 0, start = 0, end = 0;
    std::string label;
};

Error wrong(std::string cause, const std::string& place) {
    return inputError(std::move(cause),
                      "write {\"length\", \"unit\", \"spans\": [{\"start\", \"end\", \"level\", \"label\"}]}",
                      place);
}

/// A whole number from 0 on, or none.
std::optional<uint64_t> count(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_unsigned()) return std::nullopt;
    return found->get<uint64_t>();
}

Result<std::vector<Span>> readSpans(const json& list, const std::string& place) {
    std::vector<Span> spans;
    spans.reserve(list.size());
    for (const json& entry : list) {
        const auto number = [&](const char* key) {
            return entry.is_object() ? count(entry, key) : std::nullopt;
        };
        const auto start = number("start"), end = number("end"), level = number("level");
        if (!start || !end || !level)
            return wrong(fmt::format("span {} lacks a whole number as start, end or level", spans.size()),
                         place);
        if (*end <= *start) return wrong(fmt::format("span {} ends before it starts", spans.size()), place);
        const auto label = entry.find("label");
        if (label != entry.end() && !label->is_string())
            return wrong(fmt::format("the label of span {} is no text", spans.size()), place);
        spans.push_back({*level, *start, *end, label == entry.end() ? "" : label->get<std::string>()});
    }
    std::ranges::stable_sort(spans, {}, [](const Span& s) { return std::tuple(s.level, s.start); });
    return spans;
}

/// Levels from sorted spans; only what cannot be told by ends alone is checked here.
Result<void> build(const std::vector<Span>& spans, Segmentation& s, const std::string& place) {
    std::unordered_map<std::string, uint32_t> rows;
    uint64_t last = 0;
    for (const Span& span : spans) {
        if (span.level > s.levels.size())
            return wrong(fmt::format("level {} is there, level {} is not", span.level, s.levels.size()),
                         place);
        if (span.level == s.levels.size()) {
            s.levels.emplace_back();
            last = 0;
        }
        if (span.start != last)
            return wrong(fmt::format("level {} {} between {} and {}", span.level,
                                     span.start > last ? "has a gap" : "overlaps itself",
                                     std::min(last, span.start), std::max(last, span.start)),
                         place);
        last = span.end;
        const auto [row, isNew] = rows.try_emplace(span.label, static_cast<uint32_t>(rows.size()));
        if (isNew) s.inventory.push_back(span.label);
        s.levels.back().ends.push_back(span.end);
        s.levels.back().labels.push_back(row->second);
    }
    return {};
}

class SegmentationReader final : public Reader {
public:
    std::string_view format() const override { return "segmentation"; }
    std::vector<Kind> kinds() const override { return {Kind::Segmentation}; }
    std::vector<std::string> endings() const override { return {".json"}; }
    bool recognises(const Source& source, std::string_view head) const override {
        return source.path().extension() == ".json" && head.find("\"spans\"") != std::string_view::npos;
    }
    std::string_view help() const override { return "Segmentation: nested spans of a sequence (JSON)"; }

    Result<Opened> read(const Source& source, Kind) const override {
        Opened opened;
        const auto text = readText(source, opened.origin);
        if (!text) return text.error();
        auto segmentation = segmentationFromText(*text, source.name);
        if (!segmentation) return segmentation.error();
        opened.details["unit"] = sequenceUnitName(segmentation->unit);
        opened.payload = std::make_shared<const Segmentation>(std::move(*segmentation));
        return opened;
    }
};

HOROCYCLE_READER(SegmentationReader);

}  // namespace

std::string segmentationText(const Segmentation& s) {
    std::vector<std::string> labels;
    for (const auto& label : s.inventory)
        labels.push_back(json(label).dump(-1, ' ', false, json::error_handler_t::replace));
    std::string text =
        fmt::format("{{\"length\": {}, \"unit\": \"{}\", \"spans\": [", s.length, sequenceUnitName(s.unit));
    const char* separator = "\n";
    for (size_t l = 0; l < s.levels.size(); ++l)
        for (size_t i = 0; i < s.levels[l].size(); ++i, separator = ",\n")
            fmt::format_to(std::back_inserter(text),
                           "{}{{\"start\": {}, \"end\": {}, \"level\": {}, \"label\": {}}}", separator,
                           s.levels[l].start(i), s.levels[l].ends[i], l, labels[s.levels[l].labels[i]]);
    return text + "\n]}\n";
}

Result<Segmentation> segmentationFromText(std::string_view text, const std::string& place) {
    const auto object = parseJson(text, place);
    if (!object) return object.error();
    const auto length = object->is_object() ? count(*object, "length") : std::nullopt;
    if (!length) return wrong("has no whole number as length", place);
    Segmentation s;
    s.length = *length;
    const auto unit = object->find("unit");
    const auto named = unit == object->end() || !unit->is_string()
                           ? std::nullopt
                           : sequenceUnitFromName(unit->get<std::string>());
    if (!named) return wrong("has a unit other than byte, character or token", place);
    s.unit = *named;
    const auto list = object->find("spans");
    if (list == object->end() || !list->is_array()) return wrong("has no list of spans", place);
    const auto spans = readSpans(*list, place);
    if (!spans) return spans.error();
    if (auto built = build(*spans, s, place); !built) return built.error();
    if (s.levels.empty() && s.length > 0) return wrong("has no spans", place);
    if (const auto nested = requireNested(s); !nested)
        return Error{nested.error().cause, nested.error().advice, place, Blame::Input};
    return s;
}

}  // namespace horo
