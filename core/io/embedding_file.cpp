#include "core/io/embedding_file.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/geometry/extended_text.h"
#include "core/io/json_text.h"
#include "core/io/manifold_json.h"
#include "core/io/npy.h"

namespace horo {

using nlohmann::json;

namespace {

using Members = std::map<std::string, std::string>;

std::string aboutMember(size_t column) {
    return fmt::format("about_{}.npy", column);
}

std::string columnBytes(const Column& column) {
    if (const auto* texts = std::get_if<std::vector<std::string>>(&column.values)) return npyBytes(*texts);
    const auto& numbers = std::get<std::vector<double>>(column.values);
    return npyNumbers(numbers);
}

/// The array of that name, which leaves the members; nothing where there is none.
Result<std::optional<NpyArray>> take(Members& members, const std::string& name, const std::string& place) {
    const auto found = members.extract(name + ".npy");
    if (found.empty()) return std::optional<NpyArray>();
    auto array = parseNpy(found.mapped(), place + ": " + name);
    if (!array) return array.error();
    return std::optional(std::move(*array));
}

/// One text a row, or none where there is no such array.
Result<std::vector<std::string>> takeTexts(Members& members, const std::string& name, const char* what,
                                           size_t rows, const std::string& place) {
    const auto array = take(members, name, place);
    if (!array) return array.error();
    if (!*array) return std::vector<std::string>();
    auto texts = (*array)->toTexts();
    if (texts.size() == rows) return texts;
    return inputError(fmt::format("has {} {}s for {} rows", texts.size(), what, rows),
                      fmt::format("give one {} a row", what), place);
}

Result<json> takeMeta(Members& members, const std::string& place) {
    const auto text = take(members, "meta", place);
    if (!text) return text.error();
    if (!*text) return json();
    const auto texts = (*text)->toTexts();
    auto meta = parseJson(texts.empty() ? "" : texts.front(), place + ": meta");
    if (!meta) return meta.error();
    if (meta->is_object()) return meta;
    return inputError("meta is not a JSON object", "write meta as the text of one JSON object", place);
}

/// Throws json::exception.
Result<void> applyMeta(const json& meta, EmbeddingDraft& draft, const std::string& place) {
    Embedding& embedding = draft.embedding;
    auto manifold = manifoldFromJson(meta, place);
    if (!manifold) return manifold.error();
    embedding.manifold = std::move(*manifold);
    draft.saysManifold = meta.contains("manifold");
    embedding.method = meta.value("method", "");
    if (meta.contains("parameters")) embedding.parameters = meta["parameters"].dump();
    if (meta.contains("parent") && meta["parent"].is_string()) embedding.parent = meta["parent"];
    embedding.normLimit = meta.value("norm_limit", 0.0);
    embedding.textColumn = meta.value("text", "");
    embedding.imageColumn = meta.value("image", "");
    if (!meta.contains("picture")) return {};
    const auto extents = meta["picture"].get<std::vector<size_t>>();
    size_t pixels = 1;
    bool fits = extents.size() == 3;
    for (const size_t extent : extents)
        fits = fits && !__builtin_mul_overflow(pixels, extent, &pixels);
    if (!fits || pixels != embedding.columns())
        return inputError("meta gives pictures of another size than the rows",
                          "write \"picture\" as [height, width, channels]", place);
    embedding.picture = PictureShape{extents[1], extents[0], extents[2]};
    return {};
}

/// The column of an array with one entry a row; nothing for other arrays.
std::optional<Column> columnOf(const std::string& name, const std::string& bytes, size_t rows,
                               std::vector<std::string>& warnings) {
    auto array = parseNpy(bytes, name);
    if (!array) {
        warnings.push_back(fmt::format("the array '{}' was left out: it {}", name, array.error().cause));
        return std::nullopt;
    }
    if (array->shape.size() != 1 || array->shape[0] != rows) return std::nullopt;
    if (auto* texts = std::get_if<std::vector<std::string>>(&array->values))
        return Column{name, std::move(*texts)};
    return Column{name, std::move(*array).toVectors()->toDouble()};
}

Result<void> takeAbout(Members& members, const json& meta, EmbeddingDraft& draft, const std::string& place) {
    const auto names =
        meta.is_object() ? meta.value("about", std::vector<std::string>()) : std::vector<std::string>();
    const size_t rows = draft.embedding.rows();
    for (size_t c = 0; c < names.size(); ++c) {
        const auto found = members.extract(aboutMember(c));
        auto column = found.empty() ? std::nullopt : columnOf(names[c], found.mapped(), rows, draft.warnings);
        if (!column)
            return inputError(fmt::format("lacks the column '{}' with one entry a row", names[c]),
                              fmt::format("save it as '{}'", aboutMember(c)), place);
        draft.about.columns.push_back(std::move(*column));
    }
    for (const auto& [name, bytes] : members)
        if (name.ends_with(".npy"))
            if (auto column = columnOf(name.substr(0, name.size() - 4), bytes, rows, draft.warnings))
                draft.about.columns.push_back(std::move(*column));
    return {};
}

}  // namespace

std::map<std::string, std::string> embeddingMembers(const Embedding& embedding) {
    json meta = manifoldToJson(embedding.manifold);
    meta["method"] = embedding.method;
    const json parameters =
        json::parse(embedding.parameters.empty() ? "{}" : embedding.parameters, nullptr, false);
    meta["parameters"] = parameters.is_discarded() ? json::object() : parameters;
    meta["parent"] = embedding.parent;
    if (embedding.normLimit > 0) meta["norm_limit"] = embedding.normLimit;
    if (!embedding.textColumn.empty()) meta["text"] = embedding.textColumn;
    if (!embedding.imageColumn.empty()) meta["image"] = embedding.imageColumn;
    if (embedding.picture)
        meta["picture"] = {embedding.picture->height, embedding.picture->width, embedding.picture->channels};
    if (embedding.about)
        for (const Column& column : embedding.about->columns)
            meta["about"].push_back(column.name);
    std::map<std::string, std::string> members{
        {"vectors.npy", npyBytes(embedding.vectors)},
        {"ids.npy", npyBytes(embedding.items->names())},
        {"meta.npy", npyText(meta.dump(-1, ' ', false, json::error_handler_t::replace))}};
    if (!embedding.labels.empty()) members["y.npy"] = npyBytes(embedding.labels);
    if (embedding.extended)
        members["extended.npy"] = npyBytes(decimalTexts(*embedding.extended), embedding.columns());
    for (size_t c = 0; embedding.about && c < embedding.about->columns.size(); ++c)
        members[aboutMember(c)] = columnBytes(embedding.about->columns[c]);
    return members;
}

Result<void> setExtended(Embedding& embedding, std::span<const std::string> texts, const std::string& place) {
    if (embedding.manifold != Manifold::poincare())
        return inputError("has extended rows, but its meta does not say Poincare ball of curvature -1",
                          "leave 'extended' out, or write the manifold into meta", place);
    auto points = extendedFromTexts(embedding.rows(), embedding.columns(), texts);
    if (!points) {
        Error& error = points.error();
        error.place = error.place.empty() ? place : place + ", " + error.place;
        return error;
    }
    embedding.extended = std::move(*points);
    return {};
}

Result<EmbeddingDraft> draftFromMembers(Members members, const std::string& place,
                                        const std::string& vectors) {
    EmbeddingDraft draft;
    Embedding& embedding = draft.embedding;
    auto bytes = members.extract(vectors + ".npy");
    if (bytes.empty())
        return inputError(fmt::format("has no array '{}'", vectors),
                          "save it with numpy.savez(FILE, vectors=...)", place);
    auto table = readNpyTable(std::move(bytes.mapped()), place + ": " + vectors);
    if (!table) return table.error();
    embedding.vectors = std::move(table->vectors);
    embedding.picture = table->picture;
    if (embedding.columns() == 0 && embedding.rows() > 0)  // any number of rows would fit into no bytes
        return inputError("has rows without a number", "save vectors of shape (n, d)",
                          place + ": " + vectors);
    auto ids = takeTexts(members, "ids", "id", embedding.rows(), place);
    if (!ids) return ids.error();
    draft.names = std::move(*ids);
    auto labels = takeTexts(members, "y", "label", embedding.rows(), place);
    if (!labels) return labels.error();
    embedding.labels = std::move(*labels);
    const auto meta = takeMeta(members, place);
    if (!meta) return meta.error();
    const auto extended = take(members, "extended", place);
    if (!extended) return extended.error();
    try {
        if (meta->is_object())
            if (const auto done = applyMeta(*meta, draft, place); !done) return done.error();
        if (const auto done = takeAbout(members, *meta, draft, place); !done) return done.error();
    } catch (const json::exception&) {
        return inputError("meta has a member of a wrong type", "see the help page on embedding files", place);
    }
    if (!*extended) return draft;
    if ((*extended)->shape != std::vector<size_t>{embedding.rows(), embedding.columns()})
        return inputError("has extended rows of another shape than its vectors",
                          "save 'extended' as n x d texts", place + ": extended");
    if (const auto done = setExtended(embedding, (*extended)->toTexts(), place + ": extended"); !done)
        return done.error();
    return draft;
}

Result<Embedding> embeddingFromMembers(Members members, const std::string& place, const std::string& space) {
    auto draft = draftFromMembers(std::move(members), place);
    if (!draft) return draft.error();
    Embedding& embedding = draft->embedding;
    const bool named = !draft->names.empty();
    for (size_t row = 0; !named && row < embedding.rows(); ++row)
        draft->names.push_back(std::to_string(row));
    auto items = Items::create(std::move(draft->names), named ? std::string() : space);
    if (!items) return Error{items.error().cause, items.error().advice, place};
    embedding.items = std::move(*items);
    if (!draft->about.columns.empty())
        embedding.about = std::make_shared<const Table>(std::move(draft->about));
    return std::move(embedding);
}

}  // namespace horo
