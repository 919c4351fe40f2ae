// JSON lines of predictions: {"id", "probs": {class: p}} or {"id", "label"} a line, "y" where it is known.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "core/classifiers/predictions.h"
#include "core/io/json_text.h"
#include "core/io/reader.h"

namespace horo {

namespace {

using nlohmann::json;

/// Collects lines; columns are the classes of the first line.
class Lines {
public:
    Result<void> add(const json& line, const std::string& place) {
        const auto fail = [&](const char* cause) {
            return inputError(cause, "write {\"id\", \"probs\": {class: number}} or {\"id\", \"label\"}",
                              place);
        };
        if (!line.is_object()) return fail("is no JSON object");
        const auto id = textOf(line, "id"), label = textOf(line, "label"), y = textOf(line, "y");
        if (!id) return fail("has no id");
        for (const char* key : {"probs", "logits"})
            if (const auto scores = line.find(key); scores != line.end())
                if (const auto added = addScores(*scores, key, place); !added) return added.error();
        if (label) labels_.push_back(*label);
        if (y) truth_.push_back(*y);
        ids_.push_back(*id);
        const bool scored = !classes_.empty();
        const auto all = [&](size_t count) { return count == 0 || count == ids_.size(); };
        if (!all(labels_.size()) || !all(truth_.size()) ||
            (scored && values_.size() != ids_.size() * classes_.size()) || (!scored && !label && !y))
            return fail("lacks what the other lines have");
        return {};
    }

    Arrays arrays() && {
        Arrays all;
        const auto texts = [&](const char* name, std::vector<std::string> values) {
            const size_t count = values.size();
            if (count > 0) all.arrays.push_back({name, {count}, std::move(values)});
        };
        if (!classes_.empty())
            all.arrays.push_back({kind_, {ids_.size(), classes_.size()}, std::move(values_)});
        else
            texts("labels", std::move(labels_));
        texts("classes", std::move(classes_));
        texts("ids", std::move(ids_));
        texts("y", std::move(truth_));
        return all;
    }

private:
    static std::optional<std::string> textOf(const json& line, const char* key) {
        const auto found = line.find(key);
        if (found == line.end()) return std::nullopt;
        if (found->is_string()) return found->get<std::string>();
        if (found->is_number_integer()) return found->dump();
        return std::nullopt;
    }

    Result<void> addScores(const json& scores, const char* key, const std::string& place) {
        const auto fail = [&](std::string cause) {
            return inputError(std::move(cause), "give each line one number for each class", place);
        };
        if (!scores.is_object() || scores.empty()) return fail(fmt::format("its {} are no object", key));
        if (columns_.empty()) {
            kind_ = key;
            for (const auto& [name, number] : scores.items()) {
                columns_.emplace(name, classes_.size());
                classes_.push_back(name);
            }
        }
        if (kind_ != key || scores.size() != classes_.size()) return fail("has other classes than line 1");
        if (ids_.size() >= mostCells / classes_.size()) return fail("is one too many");
        const size_t row = values_.size();
        values_.resize(row + classes_.size());
        for (const auto& [name, number] : scores.items()) {
            const auto column = columns_.find(name);
            if (column == columns_.end()) return fail(fmt::format("scores '{}', line 1 does not", name));
            if (!number.is_number()) return fail(fmt::format("its score of '{}' is no number", name));
            values_[row + column->second] = number.get<double>();
        }
        return {};
    }

    std::vector<std::string> ids_, labels_, truth_, classes_;
    std::unordered_map<std::string, size_t> columns_;
    std::string kind_;
    std::vector<double> values_;
};

class PredictionLinesReader final : public Reader {
public:
    std::string_view format() const override { return "prediction-lines"; }
    std::vector<Kind> kinds() const override { return {Kind::Arrays}; }
    std::vector<std::string> endingsIfWanted() const override { return {".jsonl", ".ndjson"}; }
    std::string_view help() const override { return "Predictions or labels, one JSON object a line"; }

    Result<Opened> read(const Source& source, Kind) const override {
        Opened opened;
        auto text = readText(source, opened.origin);
        if (!text) return text.error();
        const Text split = Text::ofLines(std::move(*text));
        Lines lines;
        size_t number = 0;
        for (const auto& [begin, end] : split.pieces) {
            const std::string place = fmt::format("{}:{}", source.name, ++number);
            const auto line = std::string_view(split.bytes).substr(begin, end - begin);
            if (line.empty()) continue;
            const auto object = parseJson(line, place);
            if (!object) return object.error();
            if (const auto added = lines.add(*object, place); !added) return added.error();
        }
        opened.payload = std::make_shared<const Arrays>(std::move(lines).arrays());
        return opened;
    }
};

HOROCYCLE_READER(PredictionLinesReader);

}  // namespace

}  // namespace horo
