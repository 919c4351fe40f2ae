#include "core/session/members.h"

#include <fmt/format.h>

#include "core/geometry/extended_text.h"
#include "core/io/embedding_file.h"
#include "core/io/npy.h"

namespace horo {

using nlohmann::json;

namespace {

Error damaged(const std::string& cause) {
    return inputError(cause, "open an older copy or an autosave of the session");
}

std::string bytesAsNpy(const std::string& bytes) {
    std::string head =
        fmt::format("{{'descr': '|u1', 'fortran_order': False, 'shape': ({},), }}", bytes.size());
    head.append(64 - (10 + head.size() + 1) % 64, ' ');
    head += '\n';
    std::string file("\x93NUMPY\x01\x00", 8);
    file += static_cast<char>(head.size() & 255);
    file += static_cast<char>(head.size() >> 8);
    return file + head + bytes;
}

Result<NpyArray> readArray(const std::string& role, const Members& members, const json& files) {
    const auto bytes = readMember(role, members, files);
    if (!bytes) return bytes.error();
    return parseNpy(*bytes, files.value(role, role));
}

Result<std::vector<int64_t>> readIntegers(const std::string& role, const Members& members,
                                          const json& files) {
    auto array = readArray(role, members, files);
    if (!array) return array.error();
    auto* values = std::get_if<std::vector<int64_t>>(&array->values);
    if (!values) return damaged(fmt::format("'{}' of the session holds no whole numbers", role));
    return std::move(*values);
}

json writeHierarchy(const Hierarchy& h, const std::string& folder, Members& members) {
    json files = json::object();
    writeTexts("names", folder + "names", h.items()->names(), members, files);
    if (!h.texts().labels.empty()) writeTexts("labels", folder + "labels", h.texts().labels, members, files);
    if (!h.texts().glosses.empty())
        writeTexts("glosses", folder + "glosses", h.texts().glosses, members, files);
    if (!h.texts().aliases.empty())
        writeTexts("aliases", folder + "aliases", h.texts().aliases, members, files);
    // Edges child by child, so that the order of parents, which names the primary one, is kept; the order of
    // children is that of the node numbers they were made in.
    std::vector<int64_t> edges;
    for (const auto& edge : h.edges())
        edges.insert(edges.end(), {edge.parent, edge.child});
    writeMember("edges", folder + "edges.npy", npyBytes(edges, 2), members, files);
    return {{"files", files}, {"space", h.items()->space()}, {"warnings", h.warnings()}};
}

Result<Payload> readHierarchy(const json& description, const Members& members) {
    const json& files = description.at("files");
    auto names = readTexts("names", members, files);
    if (!names) return names.error();
    Hierarchy::Texts texts;
    for (auto [role, target] : {std::pair{"labels", &texts.labels}, std::pair{"glosses", &texts.glosses},
                                std::pair{"aliases", &texts.aliases}}) {
        if (!files.contains(role)) continue;
        auto read = readTexts(role, members, files);
        if (!read) return read.error();
        if (read->size() != names->size())
            return damaged(
                fmt::format("the session has {} {} for {} nodes", read->size(), role, names->size()));
        *target = std::move(*read);
    }
    const auto numbers = readIntegers("edges", members, files);
    if (!numbers) return numbers.error();
    std::vector<Hierarchy::Edge> edges;
    for (size_t i = 0; i + 1 < numbers->size(); i += 2) {
        const int64_t parent = (*numbers)[i], child = (*numbers)[i + 1];
        const auto nodes = static_cast<int64_t>(names->size());
        if (parent < 0 || child < 0 || parent >= nodes || child >= nodes)
            return damaged("an edge of the session names a node that is not there");
        edges.push_back({static_cast<Node>(parent), static_cast<Node>(child)});
    }
    auto items = Items::create(std::move(*names), description.value("space", ""));
    if (!items) return items.error();
    auto hierarchy = Hierarchy::create(*items, std::move(edges), std::move(texts),
                                       description.value("warnings", std::vector<std::string>{}));
    if (!hierarchy) return hierarchy.error();
    return Payload(*hierarchy);
}

json writeTable(const Table& table, const std::string& folder, Members& members) {
    json files = json::object(), columns = json::array();
    for (size_t c = 0; c < table.columns.size(); ++c) {
        const std::string role = fmt::format("column_{}", c);
        if (const auto* texts = std::get_if<std::vector<std::string>>(&table.columns[c].values))
            writeTexts(role, folder + role, *texts, members, files);
        else
            writeMember(
                role, folder + role + ".npy",
                npyBytes(Vectors(table.rows(), 1, std::get<std::vector<double>>(table.columns[c].values))),
                members, files);
        columns.push_back({{"name", table.columns[c].name}, {"text", table.columns[c].values.index() == 0}});
    }
    return {{"files", files}, {"columns", columns}, {"header", table.header}};
}

Result<std::shared_ptr<const Table>> readTable(const json& description, const Members& members) {
    const json& files = description.at("files");
    auto table = std::make_shared<Table>();
    table->header = description.value("header", true);
    for (size_t c = 0; c < description.at("columns").size(); ++c) {
        const std::string role = fmt::format("column_{}", c);
        Column column{description["columns"][c].at("name"), {}};
        if (description["columns"][c].at("text").get<bool>()) {
            auto texts = readTexts(role, members, files);
            if (!texts) return texts.error();
            column.values = std::move(*texts);
        } else {
            const auto array = readArray(role, members, files);
            if (!array) return array.error();
            const auto numbers = array->toVectors();
            if (!numbers) return numbers.error();
            column.values = numbers->toDouble();
        }
        if (c > 0 && column.size() != table->rows())
            return damaged("a table of the session has columns of different lengths");
        table->columns.push_back(std::move(column));
    }
    return std::shared_ptr<const Table>(std::move(table));
}

json writeEmbedding(const Embedding& embedding, const std::string& folder, Members& members) {
    json files = json::object();
    Embedding plain = embedding;
    plain.extended.reset();  // written below without the padding of numpy's texts, as is what is said of rows
    plain.about.reset();
    auto arrays = embeddingMembers(plain);
    writeMember("vectors", folder + "vectors.npy", std::move(arrays["vectors.npy"]), members, files);
    writeMember("meta", folder + "meta.npy", std::move(arrays["meta.npy"]), members, files);
    writeTexts("ids", folder + "ids", embedding.items->names(), members, files);
    if (!embedding.labels.empty()) writeTexts("y", folder + "y", embedding.labels, members, files);
    if (embedding.extended)
        writeTexts("extended", folder + "extended", decimalTexts(*embedding.extended), members, files);
    json description = {{"files", files}, {"space", embedding.items->space()}};
    if (embedding.about) description["about"] = writeTable(*embedding.about, folder + "about_", members);
    return description;
}

Result<Payload> readEmbedding(const json& description, const Members& members) {
    const json& files = description.at("files");
    Members arrays;
    for (const std::string role : {"vectors", "meta"}) {
        auto bytes = readMember(role, members, files);
        if (!bytes) return bytes.error();
        arrays[role + ".npy"] = std::move(*bytes);
    }
    const std::string space = description.value("space", "");
    auto embedding = embeddingFromMembers(arrays, files.value("vectors", "vectors"), space);
    if (!embedding) return embedding.error();
    auto ids = readTexts("ids", members, files);
    if (!ids) return ids.error();
    if (ids->size() != embedding->rows())
        return damaged(fmt::format("the session has {} ids for {} rows", ids->size(), embedding->rows()));
    auto items = Items::create(std::move(*ids), space);
    if (!items) return items.error();
    embedding->items = std::move(*items);
    if (files.contains("y")) {
        auto labels = readTexts("y", members, files);
        if (!labels) return labels.error();
        if (labels->size() != embedding->rows()) return damaged("the session has not one label a row");
        embedding->labels = std::move(*labels);
    }
    if (files.contains("extended")) {
        const auto texts = readTexts("extended", members, files);
        if (!texts) return texts.error();
        if (const auto done = setExtended(*embedding, *texts, files.value("extended", "extended")); !done)
            return done.error();
    }
    if (description.contains("about")) {
        auto about = readTable(description["about"], members);
        if (!about) return about.error();
        if ((*about)->rows() != embedding->rows()) return damaged("the session has not one entry a row");
        embedding->about = std::move(*about);
    }
    return Payload(std::make_shared<const Embedding>(std::move(*embedding)));
}

json writeArrays(const Arrays& all, const std::string& folder, Members& members) {
    json files = json::object(), arrays = json::array();
    for (size_t i = 0; i < all.arrays.size(); ++i) {
        const std::string role = fmt::format("array_{}", i);
        const Array& array = all.arrays[i];
        const auto* texts = std::get_if<std::vector<std::string>>(&array.values);
        if (texts)
            writeTexts(role, folder + role, *texts, members, files);
        else
            writeMember(role, folder + role + ".npy", npyBytes(array), members, files);
        arrays.push_back({{"name", array.name}, {"shape", array.shape}, {"text", texts != nullptr}});
    }
    return {{"files", files}, {"arrays", arrays}};
}

Result<Payload> readArrays(const json& description, const Members& members) {
    const json& files = description.at("files");
    auto all = std::make_shared<Arrays>();
    for (size_t i = 0; i < description.at("arrays").size(); ++i) {
        const std::string role = fmt::format("array_{}", i);
        const json& said = description["arrays"][i];
        Array array{said.at("name"), said.at("shape").get<std::vector<size_t>>(), {}};
        if (said.at("text").get<bool>()) {
            auto texts = readTexts(role, members, files);
            if (!texts) return texts.error();
            array.values = std::move(*texts);
        } else {
            auto read = readArray(role, members, files);
            if (!read) return read.error();
            array.values = std::move(read->values);
        }
        if (!array.fits()) return damaged("an array of the session has not as many values as it says");
        all->arrays.push_back(std::move(array));
    }
    return Payload(std::shared_ptr<const Arrays>(std::move(all)));
}

json writeText(const Text& text, const std::string& folder, Members& members) {
    json files = json::object();
    std::vector<int64_t> pieces;
    for (const auto& piece : text.pieces)
        pieces.insert(pieces.end(), {static_cast<int64_t>(piece.begin), static_cast<int64_t>(piece.end)});
    writeMember("bytes", folder + "bytes.npy", bytesAsNpy(text.bytes), members, files);
    writeMember("pieces", folder + "pieces.npy", npyBytes(pieces, 2), members, files);
    if (!text.names.empty()) writeTexts("names", folder + "names", text.names, members, files);
    return {{"files", files}};
}

Result<Payload> readText(const json& description, const Members& members) {
    const json& files = description.at("files");
    const auto bytes = readIntegers("bytes", members, files);
    if (!bytes) return bytes.error();
    const auto pieces = readIntegers("pieces", members, files);
    if (!pieces) return pieces.error();
    auto text = std::make_shared<Text>();
    text->bytes.assign(bytes->begin(), bytes->end());
    int64_t last = 0;
    for (size_t i = 0; i + 1 < pieces->size(); i += 2) {
        const int64_t begin = (*pieces)[i], end = (*pieces)[i + 1];
        if (begin < last || end < begin || end > static_cast<int64_t>(text->bytes.size()))
            return damaged("the lines of a text of the session do not fit into it");
        text->pieces.push_back({static_cast<uint64_t>(begin), static_cast<uint64_t>(last = end)});
    }
    if (files.contains("names")) {
        auto names = readTexts("names", members, files);
        if (!names) return names.error();
        if (names->size() != text->pieces.size()) return damaged("the session has not one name a text");
        text->names = std::move(*names);
    }
    return Payload(std::shared_ptr<const Text>(std::move(text)));
}

json writeSegmentation(const Segmentation& s, const std::string& folder, Members& members) {
    json files = json::object();
    for (size_t l = 0; l < s.levels.size(); ++l) {
        const std::vector<int64_t> ends(s.levels[l].ends.begin(), s.levels[l].ends.end());
        const std::vector<int64_t> labels(s.levels[l].labels.begin(), s.levels[l].labels.end());
        const std::string role = fmt::format("level_{}", l);
        writeMember(role + "_ends", folder + role + "_ends.npy", npyBytes(ends, 1), members, files);
        writeMember(role + "_labels", folder + role + "_labels.npy", npyBytes(labels, 1), members, files);
    }
    writeTexts("inventory", folder + "inventory", s.inventory, members, files);
    return {{"files", files},
            {"length", s.length},
            {"unit", sequenceUnitName(s.unit)},
            {"levels", s.levels.size()}};
}

Result<Payload> readSegmentation(const json& description, const Members& members) {
    const json& files = description.at("files");
    auto s = std::make_shared<Segmentation>();
    s->length = description.at("length").get<uint64_t>();
    const auto unit = sequenceUnitFromName(description.at("unit").get<std::string>());
    if (!unit) return damaged("a segmentation of the session counts in an unknown unit");
    s->unit = *unit;
    auto inventory = readTexts("inventory", members, files);
    if (!inventory) return inventory.error();
    s->inventory = std::move(*inventory);
    for (size_t l = 0; l < description.at("levels").get<size_t>(); ++l) {
        const auto ends = readIntegers(fmt::format("level_{}_ends", l), members, files);
        if (!ends) return ends.error();
        const auto labels = readIntegers(fmt::format("level_{}_labels", l), members, files);
        if (!labels) return labels.error();
        auto& level = s->levels.emplace_back();
        level.ends.assign(ends->begin(), ends->end());
        level.labels.assign(labels->begin(), labels->end());
    }
    if (const auto nested = requireNested(*s); !nested) return damaged(nested.error().cause);
    return Payload(std::shared_ptr<const Segmentation>(std::move(s)));
}

}  // namespace

void writeMember(const std::string& role, const std::string& name, std::string bytes, Members& members,
                 json& files) {
    files[role] = name;
    members[name] = std::move(bytes);
}

Result<std::string> readMember(const std::string& role, const Members& members, const json& files) {
    if (!files.contains(role) || !files[role].is_string())
        return damaged(fmt::format("the session does not name its '{}'", role));
    const auto found = members.find(files[role].get<std::string>());
    if (found == members.end())
        return damaged(fmt::format("the session lacks its file '{}'", files[role].get<std::string>()));
    return found->second;
}

void writeTexts(const std::string& role, const std::string& stem, const std::vector<std::string>& texts,
                Members& members, json& files) {
    std::string bytes;
    std::vector<int64_t> ends;
    for (const auto& text : texts) {
        bytes += text;
        ends.push_back(static_cast<int64_t>(bytes.size()));
    }
    writeMember(role, stem + ".npy", bytesAsNpy(bytes), members, files);
    writeMember(role + "_ends", stem + "_ends.npy", npyBytes(ends, 1), members, files);
}

Result<std::vector<std::string>> readTexts(const std::string& role, const Members& members,
                                           const json& files) {
    const auto bytes = readIntegers(role, members, files);
    if (!bytes) return bytes.error();
    const auto ends = readIntegers(role + "_ends", members, files);
    if (!ends) return ends.error();
    std::vector<std::string> texts;
    texts.reserve(ends->size());
    int64_t start = 0;
    for (const int64_t end : *ends) {
        if (end < start || end > static_cast<int64_t>(bytes->size()))
            return damaged(fmt::format("the texts '{}' of the session are cut off", role));
        texts.emplace_back(bytes->begin() + start, bytes->begin() + end);
        start = end;
    }
    return texts;
}

json writePayload(const Payload& payload, const std::string& folder, Members& members) {
    switch (kindOf(payload)) {
        case Kind::Hierarchy:
            return writeHierarchy(*std::get<std::shared_ptr<const Hierarchy>>(payload), folder, members);
        case Kind::Embedding:
            return writeEmbedding(*std::get<std::shared_ptr<const Embedding>>(payload), folder, members);
        case Kind::Table:
            return writeTable(*std::get<std::shared_ptr<const Table>>(payload), folder, members);
        case Kind::Arrays:
            return writeArrays(*std::get<std::shared_ptr<const Arrays>>(payload), folder, members);
        case Kind::Text:
            return writeText(*std::get<std::shared_ptr<const Text>>(payload), folder, members);
        case Kind::Segmentation:
            return writeSegmentation(*std::get<std::shared_ptr<const Segmentation>>(payload), folder,
                                     members);
        case Kind::Report:
            return {{"files", json::object()},
                    {"report", toJson(*std::get<std::shared_ptr<const Report>>(payload))}};
        case Kind::Model:
        case Kind::Trace:
        case Kind::Images:
        case Kind::None:
            break;
    }
    return {{"files", json::object()}};
}

Result<Payload> readPayload(Kind kind, const json& description, const Members& members) {
    switch (kind) {
        case Kind::Hierarchy:
            return readHierarchy(description, members);
        case Kind::Embedding:
            return readEmbedding(description, members);
        case Kind::Table: {
            auto table = readTable(description, members);
            if (!table) return table.error();
            return Payload(std::move(*table));
        }
        case Kind::Arrays:
            return readArrays(description, members);
        case Kind::Text:
            return readText(description, members);
        case Kind::Segmentation:
            return readSegmentation(description, members);
        case Kind::Report: {
            auto report = reportFromJson(description.at("report"));
            if (!report) return report.error();
            return Payload(std::make_shared<const Report>(std::move(*report)));
        }
        case Kind::Model:
        case Kind::Trace:
        case Kind::Images:
        case Kind::None:
            break;
    }
    return damaged("an object of the session has no kind");
}

json toJson(const Report& report) {
    json scores = json::array();
    for (const auto& s : report.scores) {
        json score = {{"key", s.key},
                      {"value", s.value ? json(*s.value) : json()},
                      {"convention", s.convention},
                      {"unit", s.unit},
                      {"n", s.n},
                      {"repeatable", s.repeatable}};
        if (s.interval) score["interval"] = {s.interval->first, s.interval->second};
        if (s.p) score["p"] = *s.p;
        if (s.pHolm) score["p_holm"] = *s.pHolm;
        scores.push_back(std::move(score));
    }
    json text = {{"scores", scores}, {"warnings", report.warnings}};
    if (const auto& verdict = report.verdict)
        text["verdict"] = {{"answer", answerName(verdict->answer)},
                           {"word", verdict->word},
                           {"sentence", verdict->sentence}};
    return text;
}

Result<Report> reportFromJson(const json& text) {
    Report report;
    for (const auto& s : text.at("scores")) {
        Score score;
        score.key = s.at("key");
        if (!s.at("value").is_null()) score.value = s.at("value").get<double>();
        score.convention = s.value("convention", "");
        score.unit = s.value("unit", "");
        score.n = s.value("n", int64_t{0});
        score.repeatable = s.value("repeatable", true);
        if (s.contains("interval"))
            score.interval = {s["interval"].at(0).get<double>(), s["interval"].at(1).get<double>()};
        if (s.contains("p")) score.p = s["p"].get<double>();
        if (s.contains("p_holm")) score.pHolm = s["p_holm"].get<double>();
        report.scores.push_back(std::move(score));
    }
    report.warnings = text.value("warnings", std::vector<std::string>{});
    if (text.contains("verdict")) {
        const json& verdict = text["verdict"];
        report.verdict = {answerFromName(verdict.value("answer", "")).value_or(Verdict::Answer::Open),
                          verdict.value("word", ""), verdict.value("sentence", "")};
    }
    return report;
}

}  // namespace horo
