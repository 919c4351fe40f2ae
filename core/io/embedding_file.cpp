#include "core/io/embedding_file.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/base/file.h"
#include "core/geometry/extended_text.h"
#include "core/io/archive.h"
#include "core/io/json_text.h"
#include "core/io/npy.h"
#include "core/io/reader.h"

namespace horo {

using nlohmann::json;

namespace {

json manifoldToJson(const Manifold& manifold) {
    json meta = {{"manifold", manifoldName(manifold.kind())}, {"curvature", manifold.curvature()}};
    if (manifold.kind() == ManifoldKind::Product) {
        meta["factors"] = json::array();
        for (const auto& f : manifold.factors())
            meta["factors"].push_back({{"manifold", manifoldName(f.kind)},
                                       {"curvature", f.curvature},
                                       {"columns", {f.first, f.end}}});
    }
    return meta;
}

Result<Manifold> manifoldFromJson(const json& meta, const std::string& place) {
    const std::string name = meta.value("manifold", std::string("euclidean"));
    const auto kind = manifoldFromName(name);
    if (!kind) return Error{kind.error().cause, kind.error().advice, place};
    const bool hyperbolic = *kind == ManifoldKind::Poincare || *kind == ManifoldKind::Lorentz;
    const double curvature = meta.value("curvature", hyperbolic                      ? -1.0
                                                     : *kind == ManifoldKind::Sphere ? 1.0
                                                                                     : 0.0);
    std::vector<Factor> factors;
    for (const auto& f : meta.value("factors", json::array())) {
        const auto factorKind = manifoldFromName(f.at("manifold").get<std::string>());
        if (!factorKind) return Error{factorKind.error().cause, factorKind.error().advice, place};
        factors.push_back({*factorKind, f.value("curvature", 0.0), f.at("columns").at(0).get<size_t>(),
                           f.at("columns").at(1).get<size_t>()});
    }
    auto manifold = Manifold::create(*kind, curvature, std::move(factors));
    if (!manifold) manifold.error().place = place;
    return manifold;
}

Result<NpyArray> member(const std::map<std::string, std::string>& members, const std::string& name,
                        const std::string& place) {
    const auto found = members.find(name + ".npy");
    if (found == members.end())
        return inputError(fmt::format("has no array '{}'", name),
                          "save it with numpy.savez(FILE, vectors=...)", place);
    return parseNpy(found->second, place + ": " + name);
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
    std::map<std::string, std::string> members{
        {"vectors.npy", npyBytes(embedding.vectors)},
        {"ids.npy", npyBytes(embedding.items->names())},
        {"meta.npy", npyText(meta.dump(-1, ' ', false, json::error_handler_t::replace))}};
    if (!embedding.labels.empty()) members["y.npy"] = npyBytes(embedding.labels);
    if (embedding.extended)
        members["extended.npy"] = npyBytes(decimalTexts(*embedding.extended), embedding.columns());
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

Result<Embedding> embeddingFromMembers(const std::map<std::string, std::string>& members,
                                       const std::string& place, const std::string& space) {
    Embedding embedding;
    const auto array = member(members, "vectors", place);
    if (!array) return array.error();
    auto vectors = array->toVectors();
    if (!vectors) return Error{vectors.error().cause, vectors.error().advice, place + ": vectors"};
    embedding.vectors = std::move(*vectors);
    if (embedding.columns() == 0 && embedding.rows() > 0)  // any number of rows would fit into no bytes
        return inputError("has rows without a number", "save vectors of shape (n, d)", place + ": vectors");

    std::vector<std::string> names;
    std::string itemSpace;
    if (members.contains("ids.npy")) {
        const auto ids = member(members, "ids", place);
        if (!ids) return ids.error();
        names = ids->toTexts();
    } else {
        itemSpace = space;
        for (size_t i = 0; i < embedding.rows(); ++i)
            names.push_back(std::to_string(i));
    }
    if (names.size() != embedding.rows())
        return inputError(fmt::format("has {} ids for {} rows", names.size(), embedding.rows()),
                          "give one id a row", place);
    auto items = Items::create(std::move(names), itemSpace);
    if (!items) return Error{items.error().cause, items.error().advice, place};
    embedding.items = std::move(*items);

    if (members.contains("y.npy")) {
        const auto labels = member(members, "y", place);
        if (!labels) return labels.error();
        embedding.labels = labels->toTexts();
        if (embedding.labels.size() != embedding.rows())
            return inputError(
                fmt::format("has {} labels for {} rows", embedding.labels.size(), embedding.rows()),
                "give one label a row", place);
    }
    if (members.contains("meta.npy")) {
        const auto text = member(members, "meta", place);
        if (!text) return text.error();
        const auto texts = text->toTexts();
        const auto parsed = parseJson(texts.empty() ? "" : texts.front(), place + ": meta");
        if (!parsed) return parsed.error();
        const json& meta = *parsed;
        if (!meta.is_object())
            return inputError("meta is not a JSON object", "write meta as the text of one JSON object",
                              place);
        try {
            auto manifold = manifoldFromJson(meta, place);
            if (!manifold) return manifold.error();
            embedding.manifold = std::move(*manifold);
            embedding.method = meta.value("method", "");
            if (meta.contains("parameters")) embedding.parameters = meta["parameters"].dump();
            if (meta.contains("parent") && meta["parent"].is_string()) embedding.parent = meta["parent"];
            embedding.normLimit = meta.value("norm_limit", 0.0);
        } catch (const json::exception&) {
            return inputError("meta has a member of a wrong type", "see the help page on embedding files",
                              place);
        }
    }
    if (members.contains("extended.npy")) {
        const auto texts = member(members, "extended", place);
        if (!texts) return texts.error();
        if (texts->shape != std::vector<size_t>{embedding.rows(), embedding.columns()})
            return inputError("has extended rows of another shape than its vectors",
                              "save 'extended' as n x d texts", place + ": extended");
        if (const auto done = setExtended(embedding, texts->toTexts(), place + ": extended"); !done)
            return done.error();
    }
    return embedding;
}

namespace {

/// `?manifold=...&curvature=...` for files that do not say it themselves.
Result<void> applyOptions(const Source& source, Embedding& embedding) {
    const auto name = source.option("manifold");
    if (!name) return {};
    json meta = {{"manifold", *name}};
    if (const auto curvature = source.option("curvature")) {
        const json number = json::parse(*curvature, nullptr, false);
        if (!number.is_number())
            return usageError(fmt::format("curvature={} is not a number", *curvature),
                              "write for example ?manifold=poincare&curvature=-1");
        meta["curvature"] = number;
    }
    auto manifold = manifoldFromJson(meta, source.text);
    if (!manifold) return usageError(manifold.error().cause, manifold.error().advice);
    embedding.manifold = std::move(*manifold);
    if (embedding.manifold != Manifold::poincare()) embedding.extended.reset();  // only the vectors are meant
    return {};
}

Result<Opened> finish(Opened opened, Embedding embedding, const Source& source) {
    if (auto done = applyOptions(source, embedding); !done) return done.error();
    if (embedding.rows() == 0 || embedding.columns() == 0)
        return inputError("holds no row or no column", "give at least one vector", source.name);
    const Report report = describe(Payload(std::make_shared<const Embedding>(embedding)));
    opened.warnings.insert(opened.warnings.end(), report.warnings.begin(), report.warnings.end());
    opened.details = {{"manifold", manifoldName(embedding.manifold.kind())},
                      {"curvature", fmt::format("{}", embedding.manifold.curvature())},
                      {"precision", embedding.vectors.isDouble() ? "float64" : "float32"},
                      {"method", embedding.method}};
    if (embedding.extended)
        opened.details["extended"] = fmt::format("{} binary places", 64 * embedding.extended->limbs() - 1);
    opened.payload = std::make_shared<const Embedding>(std::move(embedding));
    return opened;
}

class NpzReader final : public Reader {
public:
    std::string_view format() const override { return "npz"; }
    std::vector<Kind> kinds() const override { return {Kind::Embedding}; }
    std::vector<std::string> endings() const override { return {".npz"}; }
    std::string_view help() const override {
        return "Embedding with its space (NumPy npz: vectors, ids, meta)";
    }

    Result<Opened> read(const Source& source, Kind) const override {
        const auto bytes = readFile(source.path());
        if (!bytes) return bytes.error();
        Opened opened;
        opened.origin.sha256 = sha256(*bytes);
        const auto members = unpackArchive(*bytes, source.name);
        if (!members) return members.error();
        auto embedding = embeddingFromMembers(*members, source.name, opened.origin.sha256);
        if (!embedding) return embedding.error();
        return finish(std::move(opened), std::move(*embedding), source);
    }
};

class NpyReader final : public Reader {
public:
    std::string_view format() const override { return "npy"; }
    std::vector<Kind> kinds() const override { return {Kind::Embedding}; }
    std::vector<std::string> endings() const override { return {".npy"}; }
    std::string_view help() const override { return "Vectors (NumPy npy)"; }

    Result<Opened> read(const Source& source, Kind) const override {
        const auto bytes = readFile(source.path());
        if (!bytes) return bytes.error();
        Opened opened;
        opened.origin.sha256 = sha256(*bytes);
        auto embedding = embeddingFromMembers({{"vectors.npy", *bytes}}, source.name, opened.origin.sha256);
        if (!embedding) return embedding.error();
        return finish(std::move(opened), std::move(*embedding), source);
    }
};

HOROCYCLE_READER(NpzReader);
HOROCYCLE_READER(NpyReader);

}  // namespace

}  // namespace horo
